// Restrictions that come beside a query: one field each.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "fihris/searcher/query.h"

namespace fihris::query {

// "source:رويترز", "date:2025-07..2025-12", "tag:(أ OR ب)", "-section:رياضة", "views:1000..",
// "country:*", "(country:مصر OR views:1000..)". All that follows the
// colon is the value, so spaces need no quotation marks. Throws Error{kUsage} naming the filter
// when it is none, and for more than
// kMaxFilterValues in all. `today` as for parse_query().
std::vector<query::Node> read_filters(const std::vector<std::string>& filters,
                                      std::optional<std::chrono::sys_days> today,
                                      const FieldTable& fields);

}  // namespace fihris::query
