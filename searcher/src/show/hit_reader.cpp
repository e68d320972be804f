#include "show/hit_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "fihris/store/fields.h"
#include "fihris/store/token_column.h"
#include "plan/marking.h"
#include "show/passages.h"

namespace fihris::searcher::show {
namespace {

// The lemmas of a column, looked up in a table of all fingerprints.
std::vector<bool> lemmas_of(const TokenColumn& column) {
  std::vector<bool> lemmas(std::size_t{1} << 16);
  for (std::size_t i = 0; i < column.size(); ++i) lemmas[column.lemma(i)] = true;
  return lemmas;
}

// What is to be marked in place of the words an article lacks while it has another word of their
// family. Told by fingerprints: some of it may not be in the text.
std::vector<plan::Wanted> relatives_of_missing_words(const plan::Plan& plan,
                                                     const TokenColumn& column) {
  std::vector<plan::Wanted> relatives;
  const std::vector<bool> there = lemmas_of(column);
  for (const plan::PlanWord& word : plan.words) {
    const bool has_origin = std::any_of(word.origins.begin(), word.origins.end(),
                                        [&](std::uint16_t lemma) { return there[lemma]; });
    if (there[word.lemma] || has_origin) continue;
    for (const std::string& lemma : word.relatives) {
      if (!there[lemma_fingerprint(TokenKind::kArabic, lemma)]) continue;
      relatives.push_back(plan::relative_wanted(word, lemma));
    }
  }
  return relatives;
}

}  // namespace

HitReader::HitReader(const plan::Plan& plan, const SearchRequest& request,
                     rank::ThreadContext& context)
    : plan_(plan),
      request_(request),
      database_(context.index.database()),
      analyzer_(context.analyzer),
      codec_(context.codec),
      fields_(context.index.fields()),
      attributes_(fields_),
      marker_(plan.wanted, plan.shown),
      wanted_(plan.wanted) {}

// The value of a document's slot. That the document is there need not be looked up: the match has
// found it.
std::string HitReader::value(std::uint32_t slot, Xapian::docid id) const {
  return database_.get_document(id, Xapian::DOC_ASSUME_VALID).get_value(slot);
}

Article HitReader::fetch(Xapian::docid id) { return codec_.decode(value(slot::kArticle, id)); }

void HitReader::start(std::vector<plan::Wanted> extra) {
  marker_.set_extra(extra);
  wanted_.resize(plan_.wanted.size());
  std::move(extra.begin(), extra.end(), std::back_inserter(wanted_));
  found_.assign(wanted_.size(), false);
  typed_in_title_ = false;
}

std::vector<plan::Wanted> HitReader::relatives(const rank::Ranked& ranked) {
  if (!ranked.relatives) return {};
  const std::string column = value(slot::kColumn, ranked.id);
  return relatives_of_missing_words(plan_, TokenColumn(column));
}

void HitReader::look_at(std::string_view field, std::string_view text) {
  text_.read(field, text, analyzer_);
  marks_ = &marker_.mark(text_, analyzer_);
  bool typed = plan_.typed_words > 0;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (marker_.found(i)) {
      found_[i] = true;
    } else if (i >= plan_.first_typed && i < plan_.first_typed + plan_.typed_words) {
      typed = false;
    }
  }
  if (field == "title") typed_in_title_ = typed;
}

std::optional<Hit> HitReader::read(const rank::Ranked& ranked) {
  Hit hit;
  hit.article = fetch(ranked.id);
  hit.score = ranked.score;
  start(relatives(ranked));
  show(hit);
  if (plan_.check_text && !meets(plan_.condition)) return std::nullopt;
  hit.tier = tier();
  return hit;
}

bool HitReader::holds(const rank::Ranked& ranked) {
  const Article article = fetch(ranked.id);
  start({});
  look_at("title", article.title);
  look_at("summary", article.summary);
  look_at("body", article.body);
  attributes_.read(article);
  for (const store::SearchedText& each : attributes_.searched_texts()) {
    look_at(each.field, each.text);
  }
  return meets(plan_.condition);
}

// Fills in the snippets: passages of the body; where it has no match of the summary, or else of the
// searched attributes; else how the article begins.
void HitReader::show(Hit& hit) {
  const Article& article = hit.article;
  look_at("title", article.title);
  if (request_.snippets) hit.title = whole(text_, *marks_);
  look_at("body", article.body);
  Snippet opening;
  if (request_.snippets) {
    hit.snippets = passages();
    if (hit.snippets.empty()) opening = lead(text_, request_.snippet_graphemes);
  }
  look_at("summary", article.summary);
  const bool wanted = request_.snippets && request_.fragments > 0;
  if (wanted && hit.snippets.empty()) hit.snippets = passages();
  show_attributes(hit);
  if (!wanted || !hit.snippets.empty()) return;
  if (opening.text.empty()) opening = lead(text_, request_.snippet_graphemes);
  if (!opening.text.empty()) hit.snippets.push_back(std::move(opening));
}

void HitReader::show_attributes(Hit& hit) {
  attributes_.read(hit.article);
  for (const store::SearchedText& each : attributes_.searched_texts()) {
    look_at(each.field, each.text);
    if (request_.snippets && hit.snippets.empty()) hit.snippets = passages();
  }
}

std::vector<Snippet> HitReader::passages() {
  return best_passages(text_, *marks_, wanted_, {request_.fragments, request_.snippet_graphemes});
}

bool HitReader::meets(const plan::Condition& condition) const {
  const auto met = [this](const plan::Condition& child) { return meets(child); };
  switch (condition.kind) {
    case plan::Condition::Kind::kTrue:
      return true;
    case plan::Condition::Kind::kWanted:
      return found_[condition.wanted];
    case plan::Condition::Kind::kAll:
      return std::all_of(condition.children.begin(), condition.children.end(), met);
    case plan::Condition::Kind::kAny:
      return condition.children.empty() ||
             std::any_of(condition.children.begin(), condition.children.end(), met);
  }
  return true;
}

// Whether something stands for a word of the query that the hit does not have.
bool HitReader::has_other_words() const {
  const auto is_found = [this](std::size_t wanted) { return found_[wanted]; };
  return std::any_of(plan_.alternatives.begin(), plan_.alternatives.end(),
                     [&](const plan::PlanAlternative& each) {
                       return !std::all_of(each.typed.begin(), each.typed.end(), is_found) &&
                              std::any_of(each.others.begin(), each.others.end(), is_found);
                     });
}

bool HitReader::has_relatives() const {
  const auto own = static_cast<std::ptrdiff_t>(plan_.wanted.size());
  return std::find(found_.begin() + own, found_.end(), true) != found_.end();
}

MatchTier HitReader::tier() const {
  if (has_other_words() || has_relatives()) return MatchTier::kFamily;
  if (plan_.has_prefix || plan_.first_typed == plan_.wanted.size()) return MatchTier::kLemma;
  if (found_[plan_.wanted.size() - 1] || typed_in_title_) return MatchTier::kExact;
  const auto first = found_.begin() + static_cast<std::ptrdiff_t>(plan_.first_typed);
  const auto last = first + static_cast<std::ptrdiff_t>(plan_.typed_words);
  return std::find(first, last, false) == last ? MatchTier::kForm : MatchTier::kLemma;
}

}  // namespace fihris::searcher::show
