// What of a plan is needed to mark texts, and stays good when the index has changed.
#pragma once

#include <vector>

#include "plan/query_plan.h"

namespace fihris::searcher::plan {

struct Marking {
  std::vector<Wanted> wanted;  // as in Plan, as are the others
  std::vector<bool> shown;
  std::vector<PlanWord> words;
};

inline Marking marking_of(const Plan& plan) { return {plan.wanted, plan.shown, plan.words}; }

// What is to be marked for the words of which a text has none of the wanted lemmas, but maybe
// another of their family.
Wanted relative_wanted(const PlanWord& word, const std::string& lemma);

}  // namespace fihris::searcher::plan
