// Stretches of time told from the day it is.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "query/day_range.h"

namespace fihris::query {

// «اليوم», «أمس», «أول أمس», «هذا الأسبوع», «الشهر الماضي», «السنة الحالية», «آخر 7 أيام», «آخر
// ثلاثة أشهر», «الأسبوعين الماضيين», "today", "last week", "last 30 days", with European digits. A
// week, month or year that is named is one of the calendar, weeks from Sunday to Saturday; the last
// n of them end today.
std::optional<DayRange> read_relative(std::string_view text, std::chrono::sys_days today);

}  // namespace fihris::query
