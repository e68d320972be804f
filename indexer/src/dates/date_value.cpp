#include "dates/date_value.h"

#include <chrono>
#include <cstdio>

#include "dates/dates.h"

namespace fihris::indexer::dates {

namespace {

// The number in `digits` of a text that iso_date() made: nothing needs checking.
int number(std::string_view text, std::size_t begin, std::size_t digits) {
  int value = 0;
  for (const char digit : text.substr(begin, digits)) value = value * 10 + (digit - '0');
  return value;
}

std::chrono::sys_seconds day_of(std::string_view iso) {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  const std::chrono::year_month_day date{year(number(iso, 0, 4)),
                                         month(static_cast<unsigned>(number(iso, 5, 2))),
                                         day(static_cast<unsigned>(number(iso, 8, 2)))};
  return std::chrono::sys_days(date);
}

std::chrono::seconds time_of(std::string_view iso) {
  using std::chrono::hours, std::chrono::minutes, std::chrono::seconds;
  return hours(number(iso, 11, 2)) + minutes(number(iso, 14, 2)) + seconds(number(iso, 17, 2));
}

std::chrono::minutes zone_of(std::string_view iso) {
  using std::chrono::hours, std::chrono::minutes;
  const std::string_view zone = iso.substr(sizeof "2025-12-23T18:05:00" - 1);
  if (zone.empty() || zone == "Z") return minutes(0);
  const minutes offset = hours(number(zone, 1, 2)) + minutes(number(zone, 4, 2));
  return zone.front() == '-' ? -offset : offset;
}

std::string to_digits(std::chrono::sys_seconds when) {
  const auto day = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(when - day);
  char text[40];
  std::snprintf(text, sizeof text, "%04d%02u%02u%02d%02d%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}

}  // namespace

std::optional<std::string> date_value(std::string_view iso) {
  const std::optional<std::string> known = iso_date(iso);
  if (!known) return std::nullopt;
  std::chrono::sys_seconds when = day_of(*known);
  if (known->size() > sizeof "2025-12-23" - 1) when += time_of(*known) - zone_of(*known);
  return to_digits(when);
}

}  // namespace fihris::indexer::dates
