// What people write for a day, a month, a year or a stretch of time.
#pragma once

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

// "2025", "2025-07", "2025/7/23", "23-7-2025", "يوليو 2025", "23 تموز 2025" in any digits, or two
// of them around "..", either of which may be missing. Nothing when it is no date.
std::optional<ReadRange> read_dates(std::string_view text);

}  // namespace fihris::query
