// How many articles a plan finds.
#pragma once

#include <cstdint>

#include "fihris/store/fields.h"
#include "fihris/store/internal/open_index.h"
#include "plan/query_plan.h"

namespace fihris::searcher::counts {

struct MatchCount {
  std::uint64_t articles = 0;  // or values
  bool exact = true;
};

// Exact where that is cheap beside the match; else told from blocks of articles spread evenly over
// the index, and never beyond what the frequencies of the words allow. Phrases count as the token
// column has them. docs/decisions/0018.
MatchCount count_matches(store::OpenIndex& index, const plan::Plan& plan);

// How many different values of a field, which can be counted, those articles have; each without one
// counts as one. From a sample, what is told is the estimate GEE (Charikar et al. 2000): values met
// once stand for the root of what was left out.
MatchCount count_values(store::OpenIndex& index, const plan::Plan& plan, const FieldSpec& field);

}  // namespace fihris::searcher::counts
