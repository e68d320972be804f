#include <charconv>
#include <chrono>
#include <cstdint>

#include "dates/clock_time.h"
#include "dates/dates.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/calendar.h"
#include "text/unicode_text.h"

namespace fihris::indexer::dates {
namespace {

constexpr std::string_view kDigits = "0123456789";

std::int64_t number(std::string_view digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of(kDigits) == std::string_view::npos;
}

std::string utc_time(std::int64_t seconds) {
  const std::chrono::sys_seconds when{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(when);
  const std::chrono::hh_mm_ss time(when - day);
  return fihris::to_iso(std::chrono::year_month_day(day)) +
         to_iso(ClockTime{static_cast<int>(time.hours().count()),
                          static_cast<int>(time.minutes().count()),
                          static_cast<int>(time.seconds().count())}) +
         'Z';
}

// The time that many seconds after 1970 began, from its second day to the end of the century:
// smaller and larger numbers are something else.
std::optional<std::string> epoch_date(std::int64_t seconds) {
  constexpr std::int64_t kDay = 86400;
  constexpr std::int64_t k2100 = 4102444800;
  if (seconds < kDay || seconds >= k2100) return std::nullopt;
  return utc_time(seconds);
}

// Seconds since 1970, or thousandths, millionths or billionths of them, as the size tells.
std::optional<std::string> since_1970(std::string_view digits) {
  constexpr std::size_t kMostSeconds = 10;
  constexpr std::size_t kMostMilliseconds = 13;
  constexpr std::size_t kMicroseconds = 16;
  constexpr std::size_t kNanoseconds = 19;
  std::size_t fraction = 0;
  if (digits.size() == kMicroseconds || digits.size() == kNanoseconds) {
    fraction = digits.size() - kMostSeconds;
  } else if (digits.size() > kMostMilliseconds) {
    return std::nullopt;
  } else if (digits.size() > kMostSeconds) {
    fraction = 3;
  }
  return epoch_date(number(digits.substr(0, digits.size() - fraction)));
}

// "202108041000", "20210804100000"
std::optional<std::string> joined_date(std::string_view digits) {
  const std::string day(digits.substr(0, 8));
  std::string time = std::string(digits.substr(8, 2)) + ':' + std::string(digits.substr(10, 2));
  if (digits.size() == 14) time += ':' + std::string(digits.substr(12));
  return iso_date(day + 'T' + time);
}

// A year, "2021", or a month, "202108", "2021-08": no day is made up for them.
std::optional<std::string> year_or_month(std::string_view text) {
  const std::string_view year = text.substr(0, 4);
  std::string_view month = text.substr(year.size());
  if (month.size() == 3 && (month[0] == '-' || month[0] == '/')) month.remove_prefix(1);
  if (!is_number(year) || (!month.empty() && (!is_number(month) || month.size() != 2)))
    return std::nullopt;
  std::string part(year);
  if (!month.empty()) part.append("-").append(month);
  return date_value(part) ? std::optional(part) : std::nullopt;
}

// A day of the Hijri calendar that only the size of its year tells, "1442-07-20" or "20/7/1442",
// with a time behind it or not. In running text such figures may be anything.
std::optional<std::string> hijri_figures(std::string_view text) {
  text = text.substr(0, text.find_first_of("t "));
  const std::size_t first = text.find_first_of("-/");
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  std::string_view year = text.substr(0, first);
  const std::string_view month = text.substr(first + 1, second - first - 1);
  std::string_view day = text.substr(second + 1);
  if (year.size() < day.size()) std::swap(year, day);
  if (!is_number(year) || !is_number(month) || !is_number(day)) return std::nullopt;
  if (year.size() != 4 || month.size() > 2 || day.size() > 2) return std::nullopt;
  const auto date = hijri(static_cast<int>(number(year)), static_cast<int>(number(month)),
                          static_cast<int>(number(day)));
  return date ? std::optional(fihris::to_iso(*date)) : std::nullopt;
}

// What a row of digits says, by its length. A day with hour and minute has as many as milliseconds
// of the seventies; what begins as a year of an archive does is not taken for the latter.
std::optional<std::string> figures(std::string_view text) {
  constexpr std::size_t kShortestWithFraction = 8;
  if (const std::size_t dot = text.find('.');
      dot != std::string_view::npos && is_number(text.substr(dot + 1))) {
    text = text.substr(0, dot);  // a fraction of a second
    if (text.size() < kShortestWithFraction) return std::nullopt;
  }
  if (!is_number(text)) return std::nullopt;
  if (text.size() == 8) {
    const std::string day(text);
    if (auto date = iso_date(day)) return date;
    if (auto date = hijri_figures(day.substr(0, 4) + '-' + day.substr(4, 2) + '-' + day.substr(6)))
      return date;
  }
  const bool has_year = text.starts_with("19") || text.starts_with("20");
  if (text.size() == 14 || (text.size() == 12 && has_year)) return joined_date(text);
  return since_1970(text);
}

// What stands between the brackets of "/Date(1520000000000+0300)/", a date as .NET writes it in
// JSON; the zone there only says where the writer was. All else as it is.
std::string_view unwrapped(std::string_view text) {
  constexpr std::string_view kOpen = "/date(";
  if (!text.starts_with(kOpen) || !text.ends_with(")/")) return text;
  text.remove_prefix(kOpen.size());
  return text.substr(0, text.find_first_not_of(kDigits));
}

// ISO 8601 as people and programs vary it: blanks around the marks, a comma before the time, the
// zone by name in brackets, "UTC" for Z.
std::string plain_iso(std::string_view text) {
  std::string plain;
  for (const char c : text::collapse_blanks(text.substr(0, text.find('[')))) {
    const bool before_time = c == ',' && plain.size() == sizeof "2021-03-04" - 1;
    const char mark = before_time ? ' ' : c == '/' ? '-' : c;
    const char last = plain.empty() ? ' ' : plain.back();
    if (mark == ' ' && (last == ' ' || last == '-' || last == ':')) continue;
    if ((mark == '-' || mark == ':') && last == ' ' && !plain.empty()) plain.pop_back();
    plain += mark;
  }
  for (const std::string_view zone : {" utc", " gmt"}) {
    if (plain.ends_with(zone)) plain.replace(plain.size() - zone.size(), zone.size(), "z");
  }
  return plain;
}

}  // namespace

std::optional<std::string> stated_date(std::string_view text) {
  constexpr std::size_t kLongestFigures = 60;
  text = text::trim(text);
  if (auto date = iso_date(text)) return date;
  if (text.size() > kLongestFigures) return parse_date(text);
  const std::string normal = normalize(text);
  for (const auto read : {iso_date, year_or_month, hijri_figures}) {
    if (auto date = read(normal)) return date;
  }
  if (auto date = figures(unwrapped(normal))) return date;
  if (auto date = iso_date(plain_iso(normal))) return date;
  if (auto date = parse_date(text)) return date;
  // "Thu Mar 04 2021 10:00:00 GMT+0300 (Arabian Standard Time)": the name of the zone in words.
  return parse_date(text.substr(0, text.find(" (")));
}

std::optional<std::string> url_date(std::string_view url) {
  constexpr std::size_t kSize = sizeof "/2021/08/04" - 1;
  constexpr std::int64_t kFirstWebYear = 1991;
  constexpr std::int64_t kLastYear = 2100;
  url = url.substr(0, url.find_first_of("?#"));
  for (std::size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
    const std::string_view part = url.substr(at, kSize);
    if (part.size() < kSize || part[5] != '/' || part[8] != '/') continue;
    const bool ends = at + kSize == url.size() || url[at + kSize] == '/';
    const std::string_view year = part.substr(1, 4);
    if (!ends || !is_number(year) || !is_number(part.substr(6, 2)) || !is_number(part.substr(9, 2)))
      continue;
    if (number(year) < kFirstWebYear || number(year) > kLastYear) continue;
    const auto date =
        gregorian(static_cast<int>(number(year)), static_cast<int>(number(part.substr(6, 2))),
                  static_cast<int>(number(part.substr(9, 2))));
    if (date) return fihris::to_iso(*date);
  }
  return std::nullopt;
}

}  // namespace fihris::indexer::dates
