#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

#include "dates/clock_time.h"
#include "dates/dates.h"
#include "fihris/stemmer/calendar.h"
#include "text/unicode_text.h"

namespace fihris::indexer::dates {
namespace {

// Reads fixed-width ISO text from the left.
class IsoScanner {
 public:
  explicit IsoScanner(std::string_view text) : text_(text) {}
  bool done() const { return text_.empty(); }
  bool take(char c) {
    if (text_.empty() || text_.front() != c) return false;
    text_.remove_prefix(1);
    return true;
  }
  // Exactly `width` digits, or -1.
  int number(std::size_t width) {
    int value = 0;
    if (text_.size() < width) return -1;
    const auto [end, error] = std::from_chars(text_.data(), text_.data() + width, value);
    if (error != std::errc() || end != text_.data() + width || value < 0) return -1;
    text_.remove_prefix(width);
    return value;
  }
  void skip_digits() {
    const std::size_t end = text_.find_first_not_of("0123456789");
    text_.remove_prefix(end == std::string_view::npos ? text_.size() : end);
  }

 private:
  std::string_view text_;
};

std::optional<std::string> scan_zone(IsoScanner& in) {
  if (in.done()) return std::string();
  if (in.take('Z') || in.take('z')) return "Z";
  const char sign = in.take('+') ? '+' : in.take('-') ? '-' : '\0';
  if (sign == '\0') return std::nullopt;
  const int hours = in.number(2);
  in.take(':');
  const int minutes = in.done() ? 0 : in.number(2);
  if (hours < 0 || minutes < 0 || hours > 14 || minutes > 59) return std::nullopt;
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", sign, hours, minutes);
  return buffer.data();
}

std::optional<std::string> scan_time(IsoScanner& in) {
  ClockTime time;
  time.hour = in.number(2);
  if (!in.take(':')) return std::nullopt;
  time.minute = in.number(2);
  if (in.take(':')) time.second = in.number(2);
  if (!is_valid(time)) return std::nullopt;
  if (in.take('.') || in.take(',')) in.skip_digits();
  in.take(' ');
  const auto zone = scan_zone(in);
  if (!zone || !in.done()) return std::nullopt;
  return to_iso(time) + *zone;
}

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

// The first day of a year or a month that stands alone; all else as it is.
std::string first_day(std::string_view iso) {
  std::string day(iso);
  if (day.size() == sizeof "2025" - 1) day += "-01";
  if (day.size() == sizeof "2025-12" - 1) day += "-01";
  return day;
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

std::optional<std::string> iso_date(std::string_view text) {
  text = text::trim(text);
  IsoScanner in(text);
  const int year = in.number(4);
  const bool dashes = in.take('-');
  const int month = in.number(2);
  if (dashes && !in.take('-')) return std::nullopt;
  const auto date = gregorian(year, month, in.number(2));
  if (!date) return std::nullopt;
  if (in.done()) return fihris::to_iso(*date);
  if (!in.take('T') && !in.take('t') && !in.take(' ')) return std::nullopt;
  const auto time = scan_time(in);
  return time ? std::optional(fihris::to_iso(*date) + *time) : std::nullopt;
}

std::optional<std::string> date_value(std::string_view iso) {
  const std::optional<std::string> known = iso_date(first_day(iso));
  if (!known) return std::nullopt;
  std::chrono::sys_seconds when = day_of(*known);
  if (known->size() > sizeof "2025-12-23" - 1) when += time_of(*known) - zone_of(*known);
  return to_digits(when);
}

}  // namespace fihris::indexer::dates
