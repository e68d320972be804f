// From a plan to the articles that answer it, in their final order.
#pragma once

#include <cstddef>

#include "rank/executor.h"
#include "rank/match.h"

namespace fihris::searcher::rank {

// The first `depth` articles or more. What a smaller depth gives is the beginning of what a larger
// one gives: the second pass is always about the first RerankWeights::kCandidates, what follows
// stays in the order of the first pass. Equal scores go by article id within the candidates.
//
// When many articles have words of the query, each thread asks a slice of the index.
Ranking best_articles(const plan::Plan& plan, Sort sort, std::size_t depth, Executor& executor);

}  // namespace fihris::searcher::rank
