// Moments as programs write them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "fihris/searcher/query.h"

namespace fihris::query {

// From the first second to the last, in seconds since 1970, of "2025-12-23T18:05:00+03:00" (without
// a zone: in UTC), of such seconds themselves, and of the days that read_dates() takes:
// "2025-12-23", "2025-12", "2025". Nothing for other text.
std::optional<NumberRange> read_moment(std::string_view text,
                                       std::optional<std::chrono::sys_days> today);

// Days in seconds since 1970, from the first moment to the last.
NumberRange moments_of(const DateRange& dates);

}  // namespace fihris::query
