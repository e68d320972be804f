#include "text/query_chars.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace fihris::searcher::text {
namespace {

template <std::size_t N>
bool is_one_of(char32_t c, const std::array<char32_t, N>& set) {
  return std::find(set.begin(), set.end(), c) != set.end();
}

constexpr std::array<char32_t, 9> kDoubleQuotes = {
    U'"',       // U+0022 QUOTATION MARK
    U'\u201C',  // LEFT DOUBLE QUOTATION MARK
    U'\u201D',  // RIGHT DOUBLE QUOTATION MARK
    U'\u201E',  // DOUBLE LOW-9 QUOTATION MARK
    U'\u201F',  // DOUBLE HIGH-REVERSED-9 QUOTATION MARK
    U'\u2033',  // DOUBLE PRIME
    U'\u2036',  // REVERSED DOUBLE PRIME
    U'\uFF02',  // FULLWIDTH QUOTATION MARK
    U'\u275D',  // HEAVY DOUBLE TURNED COMMA QUOTATION MARK ORNAMENT
};
constexpr std::array<char32_t, 4> kSingleQuotes = {
    U'\'',      // U+0027 APOSTROPHE
    U'\u2018',  // LEFT SINGLE QUOTATION MARK
    U'\u2019',  // RIGHT SINGLE QUOTATION MARK
    U'\u201B',  // SINGLE HIGH-REVERSED-9 QUOTATION MARK
};

}  // namespace

bool is_separator(char32_t c) {
  if (c < 0x80) return c <= 0x20 || c == 0x7F;
  const auto u = static_cast<UChar32>(c);
  return u_isUWhiteSpace(u) != 0 || u_isISOControl(u) != 0;
}

bool is_invisible(char32_t c) { return stemmer::is_unseen(c) || c == 0x00AD; }  // SOFT HYPHEN

bool is_word_character(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool has_word_character(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_word_character(c.value)) return true;
    i = c.next;
  }
  return false;
}

bool is_plus(char32_t c) { return c == U'+' || c == U'\uFF0B'; }
bool is_minus(char32_t c) { return c == U'-' || c == U'\u2212' || c == U'\uFF0D'; }
bool is_equals(char32_t c) { return c == U'=' || c == U'\uFF1D'; }
bool is_star(char32_t c) { return c == U'*' || c == U'\u066D' || c == U'\uFF0A'; }
bool is_colon(char32_t c) { return c == U':' || c == U'\uFF1A' || c == U'\uFE55'; }
bool is_tilde(char32_t c) { return c == U'~' || c == U'\u02DC' || c == U'\uFF5E'; }
bool is_open_parenthesis(char32_t c) { return c == U'(' || c == U'\uFF08'; }
bool is_close_parenthesis(char32_t c) { return c == U')' || c == U'\uFF09'; }

QuoteClass opening_quote(char32_t c) {
  if (c == U'\u00AB') return QuoteClass::kGuillemet;  // LEFT-POINTING DOUBLE ANGLE QUOTATION MARK
  if (is_one_of(c, kDoubleQuotes)) return QuoteClass::kDouble;
  if (is_one_of(c, kSingleQuotes)) return QuoteClass::kSingle;
  return QuoteClass::kNone;
}

bool closes(char32_t c, QuoteClass quote) {
  switch (quote) {
    case QuoteClass::kGuillemet:
      return c == U'\u00BB';  // RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
    case QuoteClass::kDouble:
      return is_one_of(c, kDoubleQuotes);
    case QuoteClass::kSingle:
      return is_one_of(c, kSingleQuotes);
    case QuoteClass::kNone:
      break;
  }
  return false;
}

std::string plain_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (const int digit = digit_value(c.value); digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else if (!is_invisible(c.value)) {
      out += text.substr(i, c.next - i);
    }
    i = c.next;
  }
  return out;
}

}  // namespace fihris::searcher::text
