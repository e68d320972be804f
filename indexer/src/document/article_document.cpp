#include "document/article_document.h"

#include <algorithm>
#include <optional>

#include "dates/dates.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/stemmer/lexicon.h"
#include "fihris/store/fields.h"
#include "fihris/store/near_duplicate.h"
#include "fihris/store/posting.h"

namespace fihris::indexer::document {

namespace {

// Longer texts are analysed in pieces: the tokens of one call take about ten times the text.
constexpr std::size_t kPieceBytes = std::size_t{1} << 20;
// Title and first sentences name what an article is about.
constexpr std::size_t kPhraseTokens = 32;
constexpr std::size_t kMaxNormalizedKept = 10'000;
// Of longer articles the average length need not know.
constexpr std::uint64_t kMaxLength = std::uint64_t{1} << 24;

// A verb beside the noun that its past is spelled like: a query asks for both (noun_beside_verb()).
bool is_asked_for_by_noun(const Token& token) {
  return token.also && !noun_beside_verb(token.lemma).empty();
}

// Where to cut a piece of at most kPieceBytes: after a paragraph, else after a word, else between
// code points.
std::size_t piece_end(std::string_view text) {
  if (text.size() <= kPieceBytes) return text.size();
  const std::string_view piece = text.substr(0, kPieceBytes);
  for (const char boundary : {'\n', ' '}) {
    const std::size_t found = piece.rfind(boundary);
    if (found != std::string_view::npos) return found + 1;
  }
  // A row of continuation bytes is no text and may be cut anywhere, as long as it is.
  return std::max(stemmer::boundary_before(text, kPieceBytes), kPieceBytes - 4);
}

}  // namespace

std::uint64_t text_bytes(const Article& article) {
  return article.title.size() + article.summary.size() + article.body.size();
}

// Adds what a document may take on disk. A posting alone in its chunk takes its term, some header
// bytes and half a block's slack; values take their size. Doubled, because other threads write at
// the same time.
void SpaceEstimate::add(const Xapian::Document& document) {
  constexpr std::uint64_t kPostingBytes = 40;
  std::uint64_t bytes = document.termlist_count() * kPostingBytes;
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    bytes += (*value).size();
  }
  bytes_ += 2 * bytes;
}

DocumentMaker::DocumentMaker(const AnalyzerConfig& config, const FieldTable& fields,
                             phrases::PhraseCounter* phrases)
    : analyzer_(config), epoch_(analyzer_.cache_epoch()), phrases_(phrases), attributes_(fields) {}

Xapian::Document DocumentMaker::make(const Article& article) {
  Xapian::Document document;
  column_.clear();
  length_ = 0;
  phrase_tokens_ = kPhraseTokens;
  attributes_.read(article);
  add_text(article.title, {kTitleWeight, find_json_field("title")});
  column_.end_title();
  add_text(article.summary, {});
  add_text(article.body, {});
  for (const store::SearchedText& each : attributes_.searched_texts()) {
    const FieldSpec* const field = each.attribute;
    add_text(each.text, {field == nullptr ? 1 : field->attribute->weight, field});
  }
  post_counts(document);
  document.add_boolean_term(id_term(article.id));
  document.set_data(article.id);
  add_column(document);
  document.add_value(slot::kArticle, codec_.encode(article));
  for (const FieldSpec& field : kFields) {
    if (field.role == FieldRole::kExact) add_exact(field, article, document);
  }
  add_date(article, document);
  attributes_.add_to(document);
  return document;
}

void DocumentMaker::add_column(Xapian::Document& document) {
  const std::string column = column_.encode();
  document.add_value(slot::kColumn, column);
  const std::string signature = encode(signature_of(TokenColumn(column)));
  if (!signature.empty()) document.add_value(slot::kSignature, signature);
}

void DocumentMaker::add_text(std::string_view text, Part part) {
  while (!text.empty()) {
    const std::size_t end = piece_end(text);
    analyze_piece(text.substr(0, end), part);
    text.remove_prefix(end);
  }
}

void DocumentMaker::analyze_piece(std::string_view piece, Part part) {
  analyzer_.analyze(piece, tokens_);
  if (analyzer_.cache_epoch() != epoch_) {
    // The numbers mean other lemmas from this call on.
    carry_counts();
    terms_.clear();
    epoch_ = analyzer_.cache_epoch();
  }
  if (terms_.size() < analyzer_.lemma_id_bound()) {
    terms_.resize(analyzer_.lemma_id_bound());
    counts_.resize(terms_.size());
  }
  for (const Token& token : tokens_) {
    if (token.stop || token.lemma.empty() || is_asked_for_by_noun(token)) continue;
    count(token, part.weight);
    if (part.field != nullptr) ++field_counts_[field_term(*part.field, token.kind, token.lemma)];
  }
  column_.add(tokens_);
  if (phrases_ != nullptr && phrase_tokens_ > 0) {
    phrase_tokens_ -= phrases_->add(piece, tokens_, phrase_tokens_);
  }
}

void DocumentMaker::count(const Token& token, std::uint32_t weight) {
  std::uint32_t& counted = counts_[token.lemma_id];
  if (counted == 0) {
    counted_.push_back(token.lemma_id);
    std::string& term = terms_[token.lemma_id];
    if (term.empty()) term = term_of(token.kind, token.lemma, false);
  }
  counted += weight;
  if (!token.also) length_ += weight;  // one word, however many keys
}

void DocumentMaker::carry_counts() {
  for (const std::uint32_t id : counted_) {
    carried_[terms_[id]] += counts_[id];
    counts_[id] = 0;
  }
  counted_.clear();
}

void DocumentMaker::post_counts(Xapian::Document& document) {
  const std::uint32_t step = length_step(length_);
  const auto post_all = [&](std::map<std::string, std::uint32_t>& counts) {
    for (const auto& [term, count] : counts) document.add_term(term, wdf_of({count, step}));
    counts.clear();
  };
  if (!carried_.empty()) carry_counts();
  for (const std::uint32_t id : counted_) {
    document.add_term(terms_[id], wdf_of({counts_[id], step}));
    counts_[id] = 0;
  }
  counted_.clear();
  post_all(carried_);
  post_all(field_counts_);
  const auto length = static_cast<Xapian::termcount>(std::min<std::uint64_t>(length_, kMaxLength));
  document.add_term(std::string(prefix::kLength), length);
}

const std::string& DocumentMaker::normalized(const std::string& value) {
  if (normalized_.size() >= kMaxNormalizedKept) normalized_.clear();
  const auto [entry, fresh] = normalized_.try_emplace(value);
  if (fresh) entry->second = normalize(value);
  return entry->second;
}

void DocumentMaker::add_exact(const FieldSpec& field, const Article& article,
                              Xapian::Document& document) {
  std::string printed;
  const auto add = [&](std::string_view value) {
    const std::string& key = normalized(std::string(value));
    if (key.empty()) return;
    document.add_boolean_term(bounded_term(std::string(field.prefix) + key));
    if (!printed.empty()) printed.push_back(kTagSeparator);
    printed += value;
  };
  for (const std::string& values : values_of(field, article)) each_value(values, add);
  if (!printed.empty()) document.add_value(field.slot, printed);
}

void DocumentMaker::add_date(const Article& article, Xapian::Document& document) {
  const std::optional<std::string> digits = dates::date_value(article.date);
  if (!digits) return;
  document.add_value(slot::kDate, *digits);
  for (const std::size_t size : {8U, 6U, 4U}) {
    document.add_boolean_term(date_term(std::string_view(*digits).substr(0, size)));
  }
}

}  // namespace fihris::indexer::document
