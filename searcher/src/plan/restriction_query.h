// Filters that come as a tree as Xapian queries.
#pragma once

#include <xapian.h>

#include "fihris/store/internal/open_index.h"
#include "query/restriction.h"

namespace fihris::searcher::plan {

// The articles for which it holds; meant to stand on the right of OP_FILTER, where weights do not
// count. The index must outlive it, and not be refreshed.
Xapian::Query restriction_query(const query::Restriction& restriction, store::OpenIndex& index);

}  // namespace fihris::searcher::plan
