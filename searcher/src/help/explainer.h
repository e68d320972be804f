// Why a query finds nothing.
#pragma once

#include "fihris/searcher/results.h"
#include "rank/thread_context.h"
#include "search/plain_search.h"
#include "search/question.h"

namespace fihris::searcher::help {

// Looks up each word of the query, and counts what would be found with each demand taken back.
// Xapian's errors pass through.
Explanation explain_nothing(const search::Question& question, search::PlainSearch& search,
                            rank::ThreadContext& context);

}  // namespace fihris::searcher::help
