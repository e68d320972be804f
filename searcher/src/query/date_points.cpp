#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/calendar.h"
#include "fihris/stemmer/month_names.h"
#include "query/day_range.h"

namespace fihris::query {
namespace {

using std::chrono::sys_days;

enum class Calendar { kUnsaid, kGregorian, kHijri };

// As far as it was written; 0 = not written.
struct Point {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  Calendar calendar = Calendar::kUnsaid;
};

struct Number {
  int value = 0;
  std::size_t digits = 0;
};

std::optional<Number> read_number(std::string_view text) {
  Number number;
  number.digits = text.size();
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number.value);
  if (error != std::errc() || stop != end || text.empty() || text.front() == '-')
    return std::nullopt;
  return number;
}

std::optional<DayRange> gregorian_days(const Point& point) {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  if (point.year < 1 || point.year > 9999 || point.month > 12) return std::nullopt;
  const year of(point.year);
  if (point.day != 0) {
    const auto date = of / month(point.month) / day(point.day);
    return date.ok() ? std::optional(DayRange{date, date}) : std::nullopt;
  }
  const month first(point.month == 0 ? 1 : point.month);
  const month last(point.month == 0 ? 12 : point.month);
  return DayRange{of / first / 1, of / last / std::chrono::last};
}

std::optional<sys_days> hijri_day(int year, unsigned month, unsigned day) {
  const auto date = hijri(year, static_cast<int>(month), static_cast<int>(day));
  return date ? std::optional(sys_days(*date)) : std::nullopt;
}

std::optional<DayRange> hijri_days(const Point& point) {
  const unsigned first_month = point.month == 0 ? 1 : point.month;
  const unsigned last_month = point.month == 0 ? 12 : point.month;
  const auto first = hijri_day(point.year, first_month, point.day == 0 ? 1 : point.day);
  // Months have 29 or 30 days.
  auto last = point.day != 0 ? first : hijri_day(point.year, last_month, 30);
  if (!last && point.day == 0) last = hijri_day(point.year, last_month, 29);
  return first && last ? std::optional(DayRange{*first, *last}) : std::nullopt;
}

std::optional<DayRange> days_of(const Point& point) {
  if (point.month == 0 && point.day != 0) return std::nullopt;
  const bool may_be_hijri = point.year >= kFirstHijriYear && point.year <= kLastHijriYear;
  const bool is_hijri =
      point.calendar == Calendar::kHijri || (point.calendar == Calendar::kUnsaid && may_be_hijri);
  return is_hijri ? hijri_days(point) : gregorian_days(point);
}

// Reads 2025, 202507 or 20250723, without separators.
std::optional<Point> compact_point(const Number& number) {
  const auto last_two = static_cast<unsigned>(number.value % 100);
  if (number.digits == 4) return Point{number.value};
  if (last_two == 0) return std::nullopt;
  if (number.digits == 6) return Point{number.value / 100, last_two};
  if (number.digits != 8 || number.value / 100 % 100 == 0) return std::nullopt;
  return Point{number.value / 10000, static_cast<unsigned>(number.value / 100 % 100), last_two};
}

// Reads numbers between separators: the one of four digits is the year, at either end.
std::optional<Point> point_of(const std::vector<Number>& numbers) {
  if (numbers.size() == 1) return compact_point(numbers[0]);
  if (numbers.empty() || numbers.size() > 3) return std::nullopt;
  std::vector<Number> ordered = numbers;
  if (ordered.front().digits != 4) std::reverse(ordered.begin(), ordered.end());
  if (ordered.front().digits != 4) return std::nullopt;
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    if (ordered[i].digits > 2 || ordered[i].value == 0) return std::nullopt;
  }
  const unsigned day = ordered.size() == 3 ? static_cast<unsigned>(ordered[2].value) : 0;
  return Point{ordered[0].value, static_cast<unsigned>(ordered[1].value), day};
}

std::optional<Point> numeric_point(std::string_view text) {
  std::vector<Number> numbers;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("-/.", begin), text.size());
    const std::optional<Number> number = read_number(text.substr(begin, end - begin));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    begin = end + 1;
  }
  return point_of(numbers);
}

Calendar calendar_named(std::string_view norm) {
  static constexpr std::array<std::string_view, 4> kHijri = {"ه", "هجري", "هجريه", "هجريا"};
  static constexpr std::array<std::string_view, 4> kGregorian = {"م", "ميلادي", "ميلاديه",
                                                                 "ميلاديا"};
  const auto is_in = [norm](const auto& words) {
    return std::find(words.begin(), words.end(), norm) != words.end();
  };
  if (is_in(kHijri)) return Calendar::kHijri;
  return is_in(kGregorian) ? Calendar::kGregorian : Calendar::kUnsaid;
}

// Reads numbers that say which calendar they are of: «15/9/1446 هـ», «2024م».
std::optional<Point> numeric_point_of_era(std::string_view text) {
  const std::size_t digits_end = text.find_last_of("0123456789") + 1;  // 0: none
  std::string era = normalize(text.substr(digits_end));
  era.erase(0, std::min(era.find_first_not_of(' '), era.size()));
  const Calendar calendar = calendar_named(era);
  if (calendar == Calendar::kUnsaid) return std::nullopt;
  std::optional<Point> point = numeric_point(text.substr(0, digits_end));
  if (point) point->calendar = calendar;
  return point;
}

bool is_filler(const Token& token) {
  static constexpr std::array<std::string_view, 11> kFillers = {
      "يوم",     "شهر",      "عام",    "سنه",    "لعام", "الاحد",
      "الاثنين", "الثلاثاء", "الخميس", "الجمعه", "السبت"};
  return token.stop || token.norm == "الاربعاء" ||
         std::find(kFillers.begin(), kFillers.end(), token.norm) != kFillers.end();
}

bool take_month(const MonthName& name, Point& point) {
  if (point.month != 0) return false;
  point.month = name.month;
  point.calendar = name.hijri ? Calendar::kHijri : Calendar::kGregorian;
  return true;
}

bool take_number(const Token& token, Point& point) {
  const std::optional<Number> number = read_number(token.norm);
  if (!number) return false;
  if (number->digits == 4 && point.year == 0) {
    point.year = number->value;
    return true;
  }
  if (number->digits > 2 || point.day != 0 || number->value == 0) return false;
  point.day = static_cast<unsigned>(number->value);
  return true;
}

// Takes words[at] and perhaps the next one; how many, 0 when they are no part of a date.
std::size_t take_words(const std::vector<Token>& words, std::size_t at, Point& point) {
  const Token& token = words[at];
  if (token.kind == TokenKind::kMonth) {
    const std::optional<Number> number = read_number(token.lemma.substr(1));
    const bool hijri = token.lemma.front() == 'h';
    if (!number) return 0;
    return take_month({static_cast<std::uint8_t>(number->value), hijri}, point) ? 1 : 0;
  }
  if (token.kind == TokenKind::kNumber) return take_number(token, point) ? 1 : 0;
  const std::string_view next = at + 1 < words.size() ? words[at + 1].norm : std::string_view();
  if (const FoundMonth found = find_month(token.norm, next); found.words > 0) {
    return take_month(found.name, point) ? static_cast<std::size_t>(found.words) : 0;
  }
  if (const Calendar calendar = calendar_named(token.norm); calendar != Calendar::kUnsaid) {
    if (point.calendar == Calendar::kUnsaid) point.calendar = calendar;
    return point.calendar == calendar ? 1 : 0;
  }
  return is_filler(token) ? 1 : 0;
}

// Reads a date with its month in words: «23 يوليو 2025», «شهر رمضان 1446 هـ».
std::optional<Point> worded_point(std::string_view text) {
  thread_local Analyzer analyzer;
  thread_local std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  tokens.erase(
      std::remove_if(tokens.begin(), tokens.end(), [](const Token& t) { return !t.in_sequence; }),
      tokens.end());
  Point point;
  for (std::size_t at = 0; at < tokens.size();) {
    const std::size_t taken = take_words(tokens, at, point);
    if (taken == 0) return std::nullopt;
    at += taken;
  }
  return point;
}

}  // namespace

std::optional<DayRange> read_point(std::string_view text) {
  std::optional<Point> point = numeric_point(text);
  if (!point) point = numeric_point_of_era(text);
  if (!point) point = worded_point(text);
  return point ? days_of(*point) : std::nullopt;
}

std::optional<sys_days> read_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<Point> point = numeric_point(text);
  const std::optional<DayRange> days = point ? gregorian_days(*point) : std::nullopt;
  return days ? std::optional(days->first) : std::nullopt;
}

}  // namespace fihris::query
