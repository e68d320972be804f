// What people write for a day, a month, a year or a stretch of time.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "fihris/searcher/query.h"

namespace fihris::query {

// A range of days and whether its ends had to be swapped.
struct ReadRange {
  DateRange range;
  bool swapped = false;
};

// A day, month or year of either calendar (read_point), a stretch of time told from `today`
// (read_relative), in any digits, or two of them around "..", either of which may be missing, or
// one behind ">=", ">", "<=" or "<". Nothing when it is no date. Without `today` it is the system
// clock's, in UTC.
std::optional<ReadRange> read_dates(std::string_view text,
                                    std::optional<std::chrono::sys_days> today = std::nullopt);

}  // namespace fihris::query
