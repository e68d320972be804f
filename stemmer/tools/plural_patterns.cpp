#include "plural_patterns.h"

#include <array>

namespace fihris::lemma_tool {
namespace {

// Digits stand for radicals, other characters for themselves (folded Buckwalter letters).
struct Pattern {
  std::string_view plural;
  std::string_view singular;
};

constexpr Pattern kPlurals[] = {
    {"A12A3", "123"},    {"A12A3", "123h"},    {"A12A3", "12y3"},   {"A1wA3", "1A3"},
    {"A1yA3", "1A3"},    {"12w3", "123"},      {"12w3", "123h"},    {"1ww3", "1A3"},
    {"12A3", "123"},     {"12A3", "123h"},     {"12A3", "12y3"},    {"12A3", "12y3h"},
    {"1yA3", "1A3"},     {"123", "123h"},      {"123", "12A3"},     {"123", "12A3h"},
    {"123", "12y3"},     {"123", "12y3h"},     {"123", "12w3"},     {"1w3", "1A3h"},
    {"1wA23", "1A23"},   {"1wA23", "1A23h"},   {"1wA23", "1w23"},   {"1wA23", "1w23h"},
    {"1wA2y3", "1A2w3"}, {"1wA2y3", "1Aw23"},  {"12Ay3", "12y3h"},  {"12Ay3", "12A3h"},
    {"12Ay3", "12w3h"},  {"12Ay3", "12y3"},    {"m1A23", "m123"},   {"m1A23", "m123h"},
    {"m1A23", "m1w3"},   {"m1A23", "m1A3"},    {"m1A23", "m1y3h"},  {"m1A23", "m1A3h"},
    {"m1A2y3", "m12w3"}, {"m1A2y3", "m12A3"},  {"m1A2y3", "m12y3"}, {"m1A2y", "m12h"},
    {"m1A2y", "m12y"},   {"mwA23", "my23A"},   {"mwA23", "m23h"},   {"A1A23", "A123"},
    {"A1A23", "A123h"},  {"A1A2y3", "A12w3h"}, {"A1A2y3", "A12w3"}, {"A1A2y3", "A12y3"},
    {"A1A2y3", "12A3"},  {"t1A2y3", "t12y3"},  {"t1A23", "t123h"},  {"t1A23", "t123"},
    {"12A34", "1234"},   {"12A34", "1234h"},   {"12A3y4", "123w4"}, {"12A3y4", "123y4"},
    {"12A3y4", "123A4"}, {"12A3y4", "123w4h"}, {"A123h", "12A3"},   {"A123h", "12y3"},
    {"A123h", "12w3"},   {"A123h", "1A23"},    {"A13h", "1A3"},     {"A123A'", "12y3"},
    {"A12yA'", "12y"},   {"123A'", "12y3"},    {"123A'", "1A23"},   {"123An", "123"},
    {"123An", "12y3"},   {"123An", "12A3"},    {"1y3An", "1A3"},    {"12AyA", "12yh"},
    {"12AyA", "12y2h"},  {"12Ah", "1A2y"},     {"123h", "1A23"},    {"123y", "12y3"},
    {"123y", "1A23"},    {"12A3y", "123A'"},   {"12A3y", "123h"},   {"12A3y", "123y"},
    {"A12'", "12y2"},    {"1wA2", "1A2h"},     {"1wA2y", "1A2yh"},  {"m1A2", "m12"},
    {"m1A2", "m12h"},    {"12y3", "12A3"},     {"1A2h", "1y2"},     {"A122A'", "12y2"},
    {"A12A'", "12y2"},   {"12A3yn", "123An"},  {"A123", "123"},     {"12A3h", "1234"},
    {"12A34h", "1234"},  {"12A34h", "12A34y"}, {"12A34h", "123w4"},
};

constexpr Pattern kFeminines[] = {{"123A'", "A123"}, {"123y", "A123"},  {"12A'", "A12y"},
                                  {"12yA", "A12y"},  {"12y", "A12"},    {"A3ry", "A3r"},
                                  {"Awly", "Awl"},   {"1y3A'", "A1y3"}, {"1w3A'", "A1w3"}};

bool is_radical(char c) { return c >= '1' && c <= '4'; }

bool fits(std::string_view pattern, std::string_view word, std::array<char, 4>& radicals) {
  if (pattern.size() != word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_radical(pattern[i])) {
      if (pattern[i] != word[i]) return false;
      continue;
    }
    char& radical = radicals[static_cast<std::size_t>(pattern[i] - '1')];
    if (radical == '\0') radical = word[i];
    if (radical != word[i]) return false;
  }
  return true;
}

template <std::size_t N>
bool any_fits(const Pattern (&patterns)[N], std::string_view derived, std::string_view base) {
  for (const Pattern& pattern : patterns) {
    std::array<char, 4> radicals{};
    if (fits(pattern.plural, derived, radicals) && fits(pattern.singular, base, radicals))
      return true;
  }
  return false;
}

}  // namespace

bool is_broken_plural_of(std::string_view plural, std::string_view singular) {
  return any_fits(kPlurals, plural, singular);
}

bool is_feminine_of_elative(std::string_view feminine, std::string_view masculine) {
  return any_fits(kFeminines, feminine, masculine);
}

}  // namespace fihris::lemma_tool
