#include <algorithm>

#include "disk/undisturbed.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/inspect.h"
#include "fihris/store/internal/attribute_values.h"
#include "fihris/store/internal/xapian_errors.h"
#include "fihris/store/posting.h"
#include "fihris/store/token_column.h"
#include "inspect/meanings.h"
#include "inspect/opened_parts.h"

namespace fihris {

namespace fs = std::filesystem;
using store::attempt;
using store::OpenedPart;
using store::OpenedParts;

namespace {

struct Place {
  std::size_t part = 0;
  Xapian::docid document = 0;
};

std::optional<Place> find_article(OpenedParts& opened, std::string_view id) {
  const std::string term = id_term(id);
  std::optional<Place> place;
  for (std::size_t i = 0; i < opened.parts.size(); ++i) {
    const OpenedPart& part = opened.parts[i];
    attempt(opened.unreadable, part.path, [&] {
      const auto end = part.database.postlist_end(term);
      for (auto found = part.database.postlist_begin(term); found != end; ++found) {
        if (!part.dead.contains(*found)) place = Place{i, *found};
      }
    });
  }
  return place;
}

std::uint64_t articles_with(const OpenedParts& opened, const std::string& term) {
  std::uint64_t articles = 0;
  for (const OpenedPart& part : opened.parts) articles += part.database.get_termfreq(term);
  return articles;
}

// Goes through the posting lists of all terms, which is what a search reads.
void collect_terms(const OpenedParts& opened, const Place& place, ArticleInspection& article) {
  const store::Meanings meanings(opened.fields);
  for (const store::TermKind& kind : meanings.term_kinds()) {
    article.terms.push_back({kind.prefix, kind.meaning, {}});
  }
  const Xapian::Database& database = opened.parts[place.part].database;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string name = *term;
    auto posting = database.postlist_begin(name);
    posting.skip_to(place.document);
    if (posting == database.postlist_end(name) || *posting != place.document) continue;
    InspectedTerms& group = article.terms[meanings.kind_of_term(name)];
    const std::size_t prefix = name.starts_with(group.prefix) ? group.prefix.size() : 0;
    const std::uint32_t wdf = posting.get_wdf();
    const bool packed = meanings.has_packed_wdf(group.prefix) && wdf > 0;
    group.terms.push_back({name.substr(prefix), wdf, packed ? posting_of(wdf).occurrences : 0,
                           articles_with(opened, name)});
    if (group.prefix == prefix::kLength) article.length = wdf;
  }
}

struct AnalyzedPlace {
  std::string word;
  std::string lemma;
  std::uint16_t lemma_print = 0;
  std::uint8_t norm_print = 0;
  bool title = false;
  bool sentence_start = false;
};

void append_places(Analyzer& analyzer, std::string_view text, bool title,
                   std::vector<AnalyzedPlace>& places) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  for (const Token& token : tokens) {
    if (!token.in_sequence) continue;
    places.push_back({std::string(text.substr(token.span.begin, token.span.end - token.span.begin)),
                      std::string(token.lemma), lemma_fingerprint(token.kind, token.lemma),
                      norm_fingerprint(token.norm), title, token.sentence_start});
  }
}

// As the indexer analyses an article, but each text in one piece: where it cuts one of more than a
// megabyte, a mark of a sentence may differ.
std::vector<AnalyzedPlace> analyzed_places(const Article& article, const OpenedParts& opened) {
  Analyzer analyzer(opened.analyzer_config());
  std::vector<AnalyzedPlace> places;
  append_places(analyzer, article.title, true, places);
  append_places(analyzer, article.summary, false, places);
  append_places(analyzer, article.body, false, places);
  store::AttributeReader reader(opened.fields);
  reader.read(article);
  for (const store::SearchedText& each : reader.searched_texts()) {
    append_places(analyzer, each.text, false, places);
  }
  return places;
}

InspectedToken column_token(const TokenColumn& column, std::size_t i) {
  return {i,
          i < column.title_size(),
          column.sentence_start(i),
          column.lemma(i),
          column.norm(i),
          {},
          {},
          false};
}

bool agree(const InspectedToken& token, const AnalyzedPlace& place) {
  return token.lemma_fingerprint == place.lemma_print &&
         token.norm_fingerprint == place.norm_print && token.title == place.title &&
         token.sentence_start == place.sentence_start;
}

// Column and text side by side.
std::vector<InspectedToken> pair_tokens(const TokenColumn& column,
                                        const std::vector<AnalyzedPlace>& places) {
  std::vector<InspectedToken> tokens;
  for (std::size_t i = 0; i < std::max(column.size(), places.size()); ++i) {
    InspectedToken token;
    token.position = i;
    const bool in_column = i < column.size();
    if (in_column) token = column_token(column, i);
    if (i < places.size()) {
      token.agrees = in_column && agree(token, places[i]);
      token.word = places[i].word;
      token.lemma = places[i].lemma;
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

void read_values(const OpenedParts& opened, const Place& place, ArticleInspection& article) {
  const OpenedPart& part = opened.parts[place.part];
  const Xapian::Document document = part.database.get_document(place.document);
  const store::Meanings meanings(opened.fields);
  std::string column;
  for (std::uint32_t slot = 0; slot < meanings.slots(); ++slot) {
    attempt(article.unreadable, part.path, [&] {
      const std::string value = document.get_value(slot);
      if (value.empty()) return;
      article.slots.push_back({slot, meanings.meaning_of_slot(slot),
                               meanings.readable_value(slot, value), value.size()});
      if (slot == slot::kColumn) column = value;
      if (slot == slot::kArticle) article.article = DocumentCodec().decode(value);
    });
  }
  std::vector<AnalyzedPlace> places;
  if (article.article) places = analyzed_places(*article.article, opened);
  article.tokens = pair_tokens(TokenColumn(column), places);
}

std::optional<ArticleInspection> inspect_once(const fs::path& index_dir, std::string_view id) {
  OpenedParts opened(index_dir);
  const std::optional<Place> place = find_article(opened, id);
  if (!place) {
    opened.require_readable();
    return std::nullopt;
  }
  const OpenedPart& part = opened.parts[place->part];
  ArticleInspection article;
  article.unreadable = std::move(opened.unreadable);
  article.part = part.name;
  article.document = place->document;
  // Xapian interleaves the documents of several databases.
  article.document_of_index =
      static_cast<std::uint32_t>((place->document - 1) * opened.parts.size() + place->part + 1);
  attempt(article.unreadable, part.path, [&] { collect_terms(opened, *place, article); });
  std::erase_if(article.terms, [](const InspectedTerms& group) { return group.terms.empty(); });
  attempt(article.unreadable, part.path, [&] { read_values(opened, *place, article); });
  return article;
}

}  // namespace

std::optional<ArticleInspection> inspect_article(const fs::path& index_dir, std::string_view id) {
  return store::guarded(
      index_dir, [&] { return store::undisturbed([&] { return inspect_once(index_dir, id); }); });
}

}  // namespace fihris
