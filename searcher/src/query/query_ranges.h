// Ranges of numbers and moments, as they are written in queries and filters.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "fihris/searcher/query.h"

namespace fihris::query {

// "12", "1000..5000", "1000..", "..5000", ">=3", "<3": a NumberRange; of `date:` and
// other fields of dates: a DateRange. Nothing for other text. `today` as for parse_query().
std::optional<Node> read_range(const FieldSpec& field, std::string_view text,
                               std::optional<std::chrono::sys_days> today);
// What to write instead.
std::string unreadable_range(const FieldSpec& field);
// Whether the index knows which articles have any value of a field, and what to say if not.
bool has_presence(const FieldSpec& field);
std::string no_presence(const FieldSpec& field);

}  // namespace fihris::query
