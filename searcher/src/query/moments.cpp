#include "query/moments.h"

#include <charconv>
#include <cmath>
#include <string>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/internal/attribute_values.h"
#include "query/day_range.h"
#include "query/query_dates.h"

namespace fihris::query {
namespace {

constexpr std::size_t kDayBytes = sizeof "2025-12-23" - 1;
// Of fewer digits a number is rather a year or a day.
constexpr std::size_t kSecondsDigits = 9;

// Takes `width` digits off the front; nothing when they are not there or name more than `most`.
std::optional<int> take_number(std::string_view& text, std::size_t width, int most) {
  int value = 0;
  if (text.size() < width) return std::nullopt;
  const char* const end = text.data() + width;
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < 0 || value > most) return std::nullopt;
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

// "+03:00", "-0330", "Z" or nothing, in seconds.
std::optional<int> read_zone(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return 0;
  const bool behind = text.front() == '-';
  if (!take(text, "+-")) return std::nullopt;
  const auto hours = take_number(text, 2, 14);
  take(text, ":");
  const auto minutes = text.empty() ? 0 : take_number(text, 2, 59);
  if (!hours || !minutes || !text.empty()) return std::nullopt;
  const int seconds = *hours * 3600 + *minutes * 60;
  return behind ? -seconds : seconds;
}

// "18:05", "18:05:00.5" and a zone, in seconds since midnight in UTC.
std::optional<double> read_time(std::string_view text) {
  const auto hour = take_number(text, 2, 23);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_number(text, 2, 59);
  const auto second = take(text, ":") ? take_number(text, 2, 60) : 0;
  if (take(text, ".,")) {
    text.remove_prefix(std::min(text.find_first_not_of("0123456789"), text.size()));
  }
  const auto zone = read_zone(text);
  if (!minute || !second || !zone) return std::nullopt;
  return *hour * 3600 + *minute * 60 + *second - *zone;
}

double seconds_of(std::chrono::sys_days day) {
  return static_cast<double>(std::chrono::seconds(day.time_since_epoch()).count());
}

std::optional<double> read_date_time(std::string_view text) {
  if (text.size() <= kDayBytes) return std::nullopt;
  const auto day = read_iso_day(text.substr(0, kDayBytes));
  text.remove_prefix(kDayBytes);
  if (!day || !take(text, "Tt ")) return std::nullopt;
  const auto time = read_time(text);
  return time ? std::optional(seconds_of(*day) + *time) : std::nullopt;
}

bool is_seconds(std::string_view text) {
  return text.starts_with('-') || text.find_first_not_of("0123456789") >= kSecondsDigits;
}

}  // namespace

std::optional<NumberRange> read_moment(std::string_view text,
                                       std::optional<std::chrono::sys_days> today) {
  text = stemmer::trim(text, " ");
  const auto number = store::read_number(text);
  if (number && is_seconds(text)) return NumberRange{*number, *number};
  if (const auto moment = read_date_time(text)) return NumberRange{*moment, *moment};
  const bool range = text.find("..") != std::string_view::npos ||
                     text.find_first_of("<>") != std::string_view::npos;
  if (const auto dates = range ? std::nullopt : read_dates(text, today)) {
    return moments_of(dates->range);
  }
  return number ? std::optional(NumberRange{*number, *number}) : std::nullopt;
}

NumberRange moments_of(const DateRange& dates) {
  NumberRange moments;
  if (const auto first = read_iso_day(dates.first)) moments.first = seconds_of(*first);
  if (const auto last = read_iso_day(dates.last)) {
    moments.last = seconds_of(*last + std::chrono::days(1)) - 1;
  }
  return moments;
}

}  // namespace fihris::query
