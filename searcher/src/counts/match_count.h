// How many articles a plan finds.
#pragma once

#include <cstdint>

#include "fihris/store/internal/open_index.h"
#include "plan/query_plan.h"

namespace fihris::searcher::counts {

struct MatchCount {
  std::uint64_t articles = 0;
  bool exact = true;
};

// Exact where that is cheap beside the match; else told from blocks of articles spread evenly over
// the index, and never beyond what the frequencies of the words allow. Phrases count as the token
// column has them. docs/decisions/0018.
MatchCount count_matches(store::OpenIndex& index, const plan::Plan& plan);

}  // namespace fihris::searcher::counts
