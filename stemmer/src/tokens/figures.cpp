#include "tokens/figures.h"

#include <string>

namespace fihris::stemmer::tokens {
namespace {

constexpr std::size_t kLeastTelephone = 7;
constexpr std::size_t kMostTelephone = 15;

bool is_digit(const Piece& p) { return p.kind == text::CharClass::kDigit; }

// Arabic digits take two bytes, others one; of both kinds there are no others.
std::size_t digits_in(const Piece& piece, std::string_view text) {
  const bool ascii = static_cast<unsigned char>(text[piece.span.begin]) < 0x80;
  return (piece.span.end - piece.span.begin) / (ascii ? 1 : 2);
}

// Digits alone, in either series.
std::string digits_of(std::string_view text, const Piece& p) {
  return text::fold_number(text.substr(p.span.begin, p.span.end - p.span.begin));
}

bool may_be_octet(const std::string& digits) {
  return digits.size() <= 3 && (digits.size() == 1 || digits.front() != '0') &&
         (digits.size() < 3 || digits <= "255");
}

}  // namespace

bool is_number_joiner(char32_t c) {
  return c == '.' || c == ',' || c == 0x060C || c == 0x066B || c == 0x066C;
}

bool is_thousands_comma(std::string_view text, const Piece& left, const Piece& right) {
  return is_digit(left) && is_digit(right) && digits_in(left, text) <= 3 &&
         digits_in(right, text) == 3;
}

bool are_thousands(std::string_view text, const std::vector<Piece>& pieces, std::size_t first,
                   std::size_t end) {
  bool octets = end - first == 4;
  for (std::size_t i = first; i < end; ++i) {
    const std::string digits = digits_of(text, pieces[i]);
    if (digits.size() > 3 || (i > first && (digits.size() < 3 || pieces[i].joiner != '.'))) {
      return false;
    }
    octets = octets && may_be_octet(digits);
  }
  return !octets;
}

bool continues_address(const std::vector<Piece>& pieces, std::size_t first) {
  return first > 0 && pieces[first].joiner == '.' && is_digit(pieces[first - 1]);
}

bool is_telephone_number(std::string_view text, const std::vector<Piece>& pieces, std::size_t first,
                         std::size_t end) {
  std::size_t digits = 0;
  for (std::size_t i = first; i < end; ++i) {
    const bool dash =
        pieces[i].joiner == '-' || (pieces[i].joiner >= 0x2010 && pieces[i].joiner <= 0x2013);
    if (!is_digit(pieces[i]) || (i > first && !dash)) return false;
    digits += digits_in(pieces[i], text);
  }
  return digits >= kLeastTelephone && digits <= kMostTelephone;
}

}  // namespace fihris::stemmer::tokens
