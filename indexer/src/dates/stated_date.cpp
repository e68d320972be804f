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

std::optional<std::string> epoch_date(std::int64_t seconds) {
  constexpr std::int64_t k1980 = 315532800;
  constexpr std::int64_t k2100 = 4102444800;
  if (seconds < k1980 || seconds >= k2100) return std::nullopt;
  return utc_time(seconds);
}

// "202108041000", "20210804100000"
std::optional<std::string> joined_date(std::string_view digits) {
  const std::string day(digits.substr(0, 8));
  std::string time = std::string(digits.substr(8, 2)) + ':' + std::string(digits.substr(10, 2));
  if (digits.size() == 14) time += ':' + std::string(digits.substr(12));
  return iso_date(day + 'T' + time);
}

// Only lengths that mean one thing: 12 digits would be milliseconds of the seventies.
std::optional<std::string> figures(std::string_view text) {
  constexpr std::size_t kMilliseconds = 13;
  if (const std::size_t dot = text.find('.');
      dot != std::string_view::npos && is_number(text.substr(dot + 1))) {
    text = text.substr(0, dot);  // a fraction of a second
    if (text.size() < 9 || text.size() > 10) return std::nullopt;
  }
  if (!is_number(text)) return std::nullopt;
  if (text.size() == 12 || text.size() == 14) return joined_date(text);
  if (text.size() == 9 || text.size() == 10) return epoch_date(number(text));
  return text.size() == kMilliseconds ? epoch_date(number(text) / 1000) : std::nullopt;
}

// "1442-07-20", with a time behind it or not. In running text such figures may be anything.
std::optional<std::string> hijri_figures(std::string_view text) {
  constexpr std::size_t kSize = sizeof "1442-07-20" - 1;
  if (text.size() < kSize || (text[4] != '-' && text[4] != '/') || text[7] != text[4])
    return std::nullopt;
  const bool ends = text.size() == kSize || text[kSize] == 't' || text[kSize] == ' ';
  const std::string_view year = text.substr(0, 4);
  const std::string_view month = text.substr(5, 2);
  const std::string_view day = text.substr(8, 2);
  if (!ends || !is_number(year) || !is_number(month) || !is_number(day)) return std::nullopt;
  const auto date = hijri(static_cast<int>(number(year)), static_cast<int>(number(month)),
                          static_cast<int>(number(day)));
  return date ? std::optional(fihris::to_iso(*date)) : std::nullopt;
}

}  // namespace

std::optional<std::string> stated_date(std::string_view text) {
  constexpr std::size_t kLongestFigures = 60;
  text = text::trim(text);
  if (auto date = iso_date(text)) return date;
  if (text.size() <= kLongestFigures) {
    const std::string normal = normalize(text);
    if (auto date = iso_date(normal)) return date;
    if (auto date = figures(normal)) return date;
    if (auto date = hijri_figures(normal)) return date;
  }
  return parse_date(text);
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
