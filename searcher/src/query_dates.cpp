#include "query_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "query_chars.h"

namespace fihris::query {
namespace {

constexpr std::size_t kMaxDateBytes = 200;

// A day, month or year as far as it was written; 0 = not written.
struct Point {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
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

std::optional<Point> checked(Point point) {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  if (point.year < 1 || point.year > 9999 || point.month > 12) return std::nullopt;
  if (point.month == 0 && point.day != 0) return std::nullopt;
  const bool valid =
      point.day == 0 || (year(point.year) / month(point.month) / day(point.day)).ok();
  return valid ? std::optional(point) : std::nullopt;
}

// 2025, 202507, 20250723 without separators.
std::optional<Point> compact_point(const Number& number) {
  switch (number.digits) {
    case 4:
      return checked({number.value, 0, 0});
    case 6:
      if (number.value % 100 == 0) return std::nullopt;
      return checked({number.value / 100, static_cast<unsigned>(number.value % 100), 0});
    case 8:
      if (number.value % 100 == 0) return std::nullopt;
      return checked({number.value / 10000, static_cast<unsigned>(number.value / 100 % 100),
                      static_cast<unsigned>(number.value % 100)});
    default:
      return std::nullopt;
  }
}

// Numbers between separators: the one of four digits is the year, at either end.
std::optional<Point> numeric_point(const std::vector<Number>& numbers) {
  if (numbers.size() == 1) return compact_point(numbers[0]);
  if (numbers.empty() || numbers.size() > 3) return std::nullopt;
  std::vector<Number> ordered = numbers;
  if (ordered.front().digits != 4) std::reverse(ordered.begin(), ordered.end());
  if (ordered.front().digits != 4) return std::nullopt;
  for (std::size_t i = 1; i < ordered.size(); ++i) {
    if (ordered[i].digits > 2 || ordered[i].value == 0) return std::nullopt;
  }
  const unsigned day = ordered.size() == 3 ? static_cast<unsigned>(ordered[2].value) : 0;
  return checked({ordered[0].value, static_cast<unsigned>(ordered[1].value), day});
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
  return numeric_point(numbers);
}

bool take_token(const Token& token, Point& point) {
  if (token.kind == TokenKind::kMonth && token.lemma.size() == 3 && point.month == 0) {
    const std::optional<Number> number = read_number(token.lemma.substr(1));
    point.month = number ? static_cast<unsigned>(number->value) : 0;
    return point.month != 0;
  }
  if (token.kind != TokenKind::kNumber) return token.stop;
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

// «23 يوليو 2025», with a month of any calendar system the analyser knows.
std::optional<Point> worded_point(std::string_view text) {
  thread_local Analyzer analyzer;
  thread_local std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  Point point;
  for (const Token& token : tokens) {
    if (token.in_sequence && !take_token(token, point)) return std::nullopt;
  }
  return point.month != 0 ? checked(point) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::optional<Point> read_point(std::string_view text) {
  if (const std::optional<Point> point = numeric_point(text)) return point;
  return worded_point(text);
}

std::string iso(int year, unsigned month, unsigned day) {
  const auto number = static_cast<unsigned>(year) * 10000 + month * 100 + day;
  std::string digits = std::to_string(number);
  digits.insert(0, 8 - digits.size(), '0');
  return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6);
}

std::string first_day(const Point& point) {
  return iso(point.year, std::max(point.month, 1U), std::max(point.day, 1U));
}

std::string last_day(const Point& point) {
  if (point.day != 0) return first_day(point);
  const unsigned month = point.month != 0 ? point.month : 12;
  const auto last = std::chrono::year(point.year) / std::chrono::month(month) / std::chrono::last;
  return iso(point.year, month, static_cast<unsigned>(std::chrono::year_month_day(last).day()));
}

}  // namespace

std::optional<ReadRange> read_dates(std::string_view text) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const std::string plain = plain_digits(text);
  const std::string_view all = trimmed(plain);
  const std::size_t dots = all.find("..");
  const std::string_view left = trimmed(all.substr(0, dots));
  const std::string_view right =
      dots == std::string_view::npos ? left : trimmed(all.substr(dots + 2));
  if (left.empty() && right.empty()) return std::nullopt;
  const std::optional<Point> first = left.empty() ? std::nullopt : read_point(left);
  const std::optional<Point> last = right.empty() ? std::nullopt : read_point(right);
  if ((!left.empty() && !first) || (!right.empty() && !last)) return std::nullopt;
  if (first && last && first_day(*last) < first_day(*first)) {
    return ReadRange{{first_day(*last), last_day(*first)}, true};
  }
  return ReadRange{{first ? first_day(*first) : "", last ? last_day(*last) : ""}, false};
}

}  // namespace fihris::query
