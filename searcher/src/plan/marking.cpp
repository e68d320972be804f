#include "plan/marking.h"

#include "plan/ranking_weights.h"

namespace fihris::searcher::plan {

Wanted relative_wanted(const PlanWord& word, const std::string& lemma) {
  Wanted wanted;
  wanted.tokens.push_back({TokenKind::kArabic, lemma, {}});
  wanted.weight = RerankWeights::kFamily * word.idf;
  wanted.title_only = word.title_only;
  return wanted;
}

}  // namespace fihris::searcher::plan
