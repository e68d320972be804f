// A stretch of whole days, as people write it.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace fihris::query {

struct DayRange {
  std::chrono::sys_days first;
  std::chrono::sys_days last;  // belongs to it
};

// The days of "2025", "2025-07", "2025/7/23", "23-7-2025", "20250723", "يوليو 2025", "23 تموز
// 2025", "رمضان 1446", "1446-09", "15 رجب 1447 هـ", "July 2025"; European digits. Years from 1300
// to 1600 are Hijri ones, unless the month or a «م» says otherwise.
std::optional<DayRange> read_point(std::string_view text);

// "2025-07-23" and nothing else.
std::optional<std::chrono::sys_days> read_iso_day(std::string_view text);

// «اليوم», «أمس», «أول أمس», «هذا الأسبوع», «الشهر الماضي», «السنة الحالية», «آخر 7 أيام», «آخر
// ثلاثة أشهر», «الأسبوعين الماضيين», "today", "last week", "last 30 days", with European digits. A
// week, month or year that is named is one of the calendar, weeks from Sunday to Saturday; the last
// n of them end today.
std::optional<DayRange> read_relative(std::string_view text, std::chrono::sys_days today);

}  // namespace fihris::query
