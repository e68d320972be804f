// The part of LeafBuilder that looks terms up by their beginning.
#include <algorithm>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/internal/attribute_values.h"
#include "plan/leaf_builder.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::plan {
namespace {

using Xapian::Query;

constexpr std::size_t kMinPrefixLetters = 2;
constexpr std::size_t kMaxTermsOfPrefix = 50;
// With so many terms the prefix says little; the rest of the alphabet is not worth the wait.
constexpr std::size_t kMaxTermsRead = 50000;
// While somebody is typing an answer is due in no time: of the words that begin so as many as have
// these postings together.
constexpr std::size_t kMaxLongerWords = 16;
constexpr std::uint64_t kMaxLongerPostings = 100'000;

Query any_of_terms(const std::vector<std::string>& terms) {
  if (terms.empty()) return Query::MatchNothing;
  return {Query::OP_OR, terms.begin(), terms.end()};
}

Query unweighted(const Query& query) { return {Query::OP_SCALE_WEIGHT, query, 0.0}; }

// With what a lemma may begin for this prefix. Lemmas carry no article, so «الوزا*» also means
// «وزا*».
std::vector<std::string> beginnings(const std::string& normalized) {
  constexpr std::string_view kArticle = "ال";
  std::vector<std::string> all = {normalized};
  const bool has_article = normalized.compare(0, kArticle.size(), kArticle) == 0;
  if (has_article && stemmer::count_code_points(normalized) >= 2 + kMinPrefixLetters) {
    all.push_back(normalized.substr(kArticle.size()));
  }
  return all;
}

std::string normalized_word(std::string_view text) {
  std::string word = normalize(text);
  word.erase(std::remove(word.begin(), word.end(), ' '), word.end());
  return word;
}

}  // namespace

std::vector<std::string> LeafBuilder::frequent_terms(const std::string& begin) const {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const Xapian::TermIterator end = database_.allterms_end(begin);
  for (auto term = database_.allterms_begin(begin); term != end; ++term) {
    if (found.size() >= kMaxTermsRead) break;
    found.emplace_back(term.get_termfreq(), *term);
  }
  const std::size_t kept = std::min(found.size(), kMaxTermsOfPrefix);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    [](const auto& a, const auto& b) {
                      return a.first != b.first ? a.first > b.first : a.second < b.second;
                    });
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < kept; ++i) terms.push_back(std::move(found[i].second));
  return terms;
}

bool LeafBuilder::long_enough(const std::string& begin, Span span) {
  if (stemmer::count_code_points(begin) >= kMinPrefixLetters) return true;
  plan_.diagnostics.push_back(
      {"\"*\" needs at least " + std::to_string(kMinPrefixLetters) + " letters; read as a word",
       span});
  return false;
}

double LeafBuilder::idf_together(const std::vector<std::string>& terms) {
  Xapian::doccount with = 0;
  for (const std::string& term : terms) with += articles_with(term);
  return idf_of(std::min(with, articles_));
}

AnyOf LeafBuilder::weighing(const std::vector<std::string>& terms, double weight) {
  AnyOf any;
  for (const std::string& term : terms) any.terms.push_back({term, 1, weight / idf(term)});
  return any;
}

Clause LeafBuilder::prefix(const query::Prefix& prefix, Span span, Scope scope) {
  const std::string begin = normalized_word(prefix.text);
  if (!long_enough(begin, span)) return whole_word(prefix.text, scope);
  plan_.has_prefix = true;
  Clause clause;
  std::vector<std::string> terms;
  std::vector<Condition> conditions;
  for (const std::string& each : beginnings(begin)) {
    std::vector<std::string> more = frequent_terms(scope.term(TokenKind::kArabic, each));
    terms.insert(terms.end(), more.begin(), more.end());
    if (scope.excluded) continue;
    Wanted wanted;
    wanted.prefix = true;
    wanted.title_only = scope.title;
    wanted.tokens.push_back({TokenKind::kArabic, each, {}});
    conditions.push_back({Condition::Kind::kWanted, want(std::move(wanted), false), {}});
  }
  // Each as rare as all of them together: they are forms of one wish, not as many words.
  clause.any = weighing(terms, idf_together(terms));
  clause.query = query_of(clause.any);
  clause.condition = any_of(std::move(conditions));
  return clause;
}

// Adds the words that begin like one that is still being typed. They count less than the word, and
// together as one: the best of those that an article has.
void LeafBuilder::add_longer_words(const Token& token, Scope scope, Clause& clause) {
  if (token.stop) return;
  std::vector<std::string> begins = beginnings(std::string(token.norm));
  // «والعرا»: without what is written in front of it.
  if (token.norm.ends_with(token.lemma) && token.lemma != begins.back()) {
    begins.emplace_back(token.lemma);
  }
  const std::string typed = scope.term(token.kind, token.lemma);
  std::vector<std::string> terms;
  std::uint64_t postings_left = kMaxLongerPostings;
  std::vector<Condition> conditions{clause.condition};
  PlanAlternative alternative{{first_wanted(clause.condition)}, {}};
  for (const std::string& begin : begins) {
    for (std::string& term : frequent_terms(scope.term(token.kind, begin))) {
      const Xapian::doccount articles = articles_with(term);
      if (term == typed || terms.size() == kMaxLongerWords || articles > postings_left) continue;
      postings_left -= articles;
      terms.push_back(std::move(term));
    }
    Wanted wanted;
    wanted.prefix = true;
    wanted.title_only = scope.title;
    wanted.tokens.push_back({token.kind, begin, {}});
    conditions.push_back({Condition::Kind::kWanted, want(std::move(wanted), false), {}});
    alternative.others.push_back(conditions.back().wanted);
  }
  if (terms.empty()) return;
  const double weight = OtherWordWeights::kBeingTyped * idf_together(terms);
  AnyOf best;
  best.others.push_back(query_of(weighing(terms, weight), Query::OP_MAX));
  add_members(clause, std::move(best));
  clause.condition = any_of(std::move(conditions));
  plan_.alternatives.push_back(std::move(alternative));
  // A word that is nowhere, but begins others, is not one that nobody knows.
  const auto ranked = ranked_.find(term_of(token.kind, token.lemma, false));
  if (ranked == ranked_.end()) return;
  double& known = plan_.words[ranked->second].idf;
  known = std::max(known, weight);
}

Query LeafBuilder::field_value(const FieldSpec& field, std::string_view value) const {
  if (field.attribute != nullptr && field.attribute->type == AttributeType::kBoolean) {
    if (const auto truth = store::read_boolean(value)) value = *truth ? "true" : "false";
  }
  return unweighted(Query(exact_term(field, value)));
}

Query LeafBuilder::field_prefix(const FieldSpec& field, const query::Prefix& prefix, Span span) {
  if (!long_enough(normalized_word(prefix.text), span)) return field_value(field, prefix.text);
  return unweighted(any_of_terms(frequent_terms(exact_term(field, prefix.text))));
}

}  // namespace fihris::searcher::plan
