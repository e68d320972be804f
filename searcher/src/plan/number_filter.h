// Ranges of an attribute's numbers as Xapian queries.
#pragma once

#include <xapian.h>

#include <vector>

#include "fihris/searcher/query.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::plan {

// The articles with a number of the field, which has the role kNumber, in one of the ranges; it
// gives no weight. The index must outlive it, and not be refreshed.
Xapian::Query number_query(const FieldSpec& field, const std::vector<query::NumberRange>& ranges,
                           store::OpenIndex& index);
// The articles with any value in the field.
Xapian::Query any_value_query(const FieldSpec& field);

}  // namespace fihris::searcher::plan
