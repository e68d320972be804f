// The field of which hits must have different values.
#pragma once

#include <vector>

#include "fihris/searcher/query.h"
#include "fihris/searcher/request.h"
#include "fihris/store/field_table.h"

namespace fihris::searcher::search {

// What the request says, or else the index's settings; null: hits may have the same values. Throws
// Error{kUsage} when the request names what can not be counted; what is wrong with the settings is
// said in the diagnostics.
const FieldSpec* distinct_field(const SearchRequest& request, const FieldTable& fields,
                                std::vector<query::Diagnostic>& diagnostics);

}  // namespace fihris::searcher::search
