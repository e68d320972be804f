#include "show/family_marks.h"

#include <algorithm>
#include <cstdint>

#include "plan/ranking_weights.h"

namespace fihris::searcher::show {
namespace {

Wanted relative_wanted(const plan::PlanWord& word, const std::string& lemma) {
  Wanted wanted;
  wanted.tokens.push_back({TokenKind::kArabic, lemma, {}});
  wanted.weight = plan::RerankWeights::kFamily * word.idf;
  wanted.title_only = word.title_only;
  return wanted;
}

// The lemmas of a column, looked up in a table of all fingerprints.
std::vector<bool> lemmas_of(const TokenColumn& column) {
  std::vector<bool> lemmas(std::size_t{1} << 16);
  for (std::size_t i = 0; i < column.size(); ++i) lemmas[column.lemma(i)] = true;
  return lemmas;
}

}  // namespace

std::vector<Wanted> relatives_of_missing_words(const plan::Plan& plan, const TokenColumn& column) {
  std::vector<Wanted> relatives;
  const std::vector<bool> there = lemmas_of(column);
  for (const plan::PlanWord& word : plan.words) {
    const bool has_origin = std::any_of(word.origins.begin(), word.origins.end(),
                                        [&](std::uint16_t lemma) { return there[lemma]; });
    if (there[word.lemma] || has_origin) continue;
    for (const std::string& lemma : word.relatives) {
      if (!there[lemma_fingerprint(TokenKind::kArabic, lemma)]) continue;
      relatives.push_back(relative_wanted(word, lemma));
    }
  }
  return relatives;
}

}  // namespace fihris::searcher::show
