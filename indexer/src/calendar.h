// Days of the two calendars in use in Arabic print, and how they are written down.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace fihris {

// Nothing for a day that does not exist or that no archive holds (before 1800, after 2200).
std::optional<std::chrono::year_month_day> gregorian(int year, int month, int day);
// From the Umm al-Qura calendar, years 1300 to 1600.
std::optional<std::chrono::year_month_day> hijri(int year, int month, int day);

// "2025-12-23"
std::string to_iso(const std::chrono::year_month_day& date);

struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
};
bool is_valid(const ClockTime& time);
// "T18:05:00"
std::string to_iso(const ClockTime& time);

}  // namespace fihris
