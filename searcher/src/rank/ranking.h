// From a plan to the articles that answer it, in their final order.
#pragma once

#include <cstddef>

#include "rank/executor.h"
#include "rank/match.h"

namespace fihris::searcher::rank {

// The first `depth` articles or more, in one order for all depths and any number of threads
// (docs/decisions/0017): the second pass is always about the first RerankWeights::kCandidates,
// which go by score, then by article id. What follows stays in the order of the first pass: by
// weight, then by document number. By date the whole order is Xapian's: date, weight, number.
//
// When many articles have words of the query, each thread asks a slice of the index.
Ranking best_articles(const plan::Plan& plan, Sort sort, std::size_t depth, Executor& executor);

// The first `depth` of some of the articles behind those of best_articles(): in the same order,
// with scores of the same `unit`. `some` leads the match (stories/distinct.h).
Ranking further_articles(const plan::Plan& plan, Sort sort, const Xapian::Query& some,
                         std::size_t depth, double unit, Executor& executor);

}  // namespace fihris::searcher::rank
