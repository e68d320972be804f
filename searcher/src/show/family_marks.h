// Words of a query that an article lacks while it has another word of their family.
#pragma once

#include <vector>

#include "fihris/searcher/highlight.h"
#include "fihris/store/token_column.h"
#include "plan/query_plan.h"

namespace fihris::searcher::show {

// What is to be marked in place of the missing words. Told by fingerprints: some of it may not be
// in the text.
std::vector<Wanted> relatives_of_missing_words(const plan::Plan& plan, const TokenColumn& column);

}  // namespace fihris::searcher::show
