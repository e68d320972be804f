// Days of the two calendars in use in Arabic print, and how they are written down.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace fihris {

// Years that are taken for Hijri ones where nothing else says which calendar is meant; for these
// the Umm al-Qura calendar is known.
inline constexpr int kFirstHijriYear = 1300;
inline constexpr int kLastHijriYear = 1600;

// Nothing for a day that does not exist or that no archive holds (before 1800, after 2200).
std::optional<std::chrono::year_month_day> gregorian(int year, int month, int day);
// The Gregorian day of a Hijri one, by the Umm al-Qura calendar (ICU's islamic-umalqura). Nothing
// for a day that does not exist or lies outside the years above. Thread-safe.
std::optional<std::chrono::year_month_day> hijri(int year, int month, int day);

// "2025-12-23"
std::string to_iso(const std::chrono::year_month_day& date);

}  // namespace fihris
