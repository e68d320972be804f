// A stretch of time as a Xapian query.
#pragma once

#include <xapian.h>

#include "fihris/searcher/query.h"

namespace fihris::searcher::plan {

// The articles with a date in the range, which has one end at least; it gives no weight.
Xapian::Query date_query(const query::DateRange& range);

}  // namespace fihris::searcher::plan
