// A day, a month or a year, as people write it.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "query/day_range.h"

namespace fihris::query {

// The days of "2025", "2025-07", "2025/7/23", "23-7-2025", "20250723", "يوليو 2025", "23 تموز
// 2025", "رمضان 1446", "1446-09", "15 رجب 1447 هـ", "July 2025"; European digits. Years from 1300
// to 1600 are Hijri ones, unless the month or a «م» says otherwise.
std::optional<DayRange> read_point(std::string_view text);

// "2025-07-23" and nothing else.
std::optional<std::chrono::sys_days> read_iso_day(std::string_view text);

}  // namespace fihris::query
