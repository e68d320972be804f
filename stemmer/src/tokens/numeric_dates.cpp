#include "tokens/numeric_dates.h"

#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <utility>

#include "text/orthography.h"

namespace fihris::stemmer::tokens {
namespace {

// From 1300 to 1600 a year may be a Hijri one, and then the month is another.
constexpr int kFirstYear = 1601;
constexpr int kLastYear = 2199;
constexpr std::size_t kMaxNumberBytes = 16;  // four digits with a mark or two

struct Part {
  int value = 0;
  std::size_t digits = 0;
};

Part read_part(std::string_view text, Span span) {
  Part part;
  if (span.end - span.begin > kMaxNumberBytes) return part;
  const std::string number = text::fold_number(text.substr(span.begin, span.end - span.begin));
  std::from_chars(number.data(), number.data() + number.size(), part.value);
  part.digits = number.size();
  return part;
}

bool is_year(const Part& part) {
  return part.digits == 4 && part.value >= kFirstYear && part.value <= kLastYear;
}

bool is_short(const Part& part) { return part.digits == 1 || part.digits == 2; }

bool is_month(const Part& part) { return is_short(part) && part.value >= 1 && part.value <= 12; }

bool is_day(int year, const Part& month, const Part& day) {
  using std::chrono::year_month_day;
  return is_month(month) && is_short(day) &&
         year_month_day(std::chrono::year(year),
                        std::chrono::month(static_cast<unsigned>(month.value)),
                        std::chrono::day(static_cast<unsigned>(day.value)))
             .ok();
}

bool is_date_separator(char32_t c) {
  switch (c) {
    case '-':
    case '/':
    case '.':
    case 0x060D:  // ARABIC DATE SEPARATOR
    case 0x2010:  // HYPHEN
    case 0x2011:  // NON-BREAKING HYPHEN
      return true;
    default:
      return false;
  }
}

// The index of the month; parts.size() for none.
std::size_t month_of_two(const std::array<Part, 3>& parts, char32_t separator) {
  if (separator == '.') return 2;  // a decimal number
  if (is_year(parts[1]) && is_month(parts[0])) return 0;
  if (!is_year(parts[0]) || !is_month(parts[1])) return 2;
  // «موسم 2010/11»: a year and the next one.
  const bool next_year = parts[1].digits == 2 && parts[1].value == (parts[0].value + 1) % 100;
  return separator == '/' && next_year ? 2 : 1;
}

std::size_t month_of_three(const std::array<Part, 3>& parts, char32_t separator) {
  const bool year_first = is_year(parts[0]);
  if (!year_first && !is_year(parts[2])) return 3;
  const Part& outer = year_first ? parts[2] : parts[0];
  const std::size_t outer_index = year_first ? 2 : 0;
  // "2024.1.2" is a version, "2024.01.02" a date.
  if (separator == '.' && year_first && (parts[1].digits != 2 || outer.digits != 2)) return 3;
  const int year = parts[year_first ? 0 : 2].value;
  if (is_day(year, parts[1], outer)) return 1;
  return is_day(year, outer, parts[1]) ? outer_index : 3;
}

// "T10" behind "2024-12-08".
bool is_time(std::string_view text, const std::vector<Piece>& pieces, std::size_t i,
             std::size_t last) {
  if (i + 1 >= last || !pieces[i].adjacent || !pieces[i + 1].adjacent) return false;
  const Span letter = pieces[i].span;
  return letter.end - letter.begin == 1 && (text[letter.begin] | 0x20) == 't' &&
         pieces[i + 1].kind == text::CharClass::kDigit;
}

}  // namespace

NumericDate find_numeric_date(std::string_view text, const std::vector<Piece>& pieces,
                              std::size_t first, std::size_t last) {
  const auto skip = [&](text::CharClass kind, std::size_t i) {
    while (i < last && pieces[i].kind == kind) ++i;
    return i;
  };
  const std::size_t begin = skip(text::CharClass::kArabic, first);
  const std::size_t end = skip(text::CharClass::kDigit, begin);
  const std::size_t count = end - begin;
  if (count < 2 || count > 3) return {};
  const bool has_time = count == 3 && is_time(text, pieces, end, last);
  if (!has_time && skip(text::CharClass::kArabic, end) != last) return {};
  const char32_t separator = pieces[begin + 1].joiner;
  if (!is_date_separator(separator) || pieces[end - 1].joiner != separator) return {};
  std::array<Part, 3> parts;
  for (std::size_t i = 0; i < count; ++i) parts[i] = read_part(text, pieces[begin + i].span);
  const std::size_t month =
      count == 2 ? month_of_two(parts, separator) : month_of_three(parts, separator);
  if (month == count) return {};
  return {begin, end, begin + month, static_cast<std::uint8_t>(parts[month].value), has_time};
}

}  // namespace fihris::stemmer::tokens
