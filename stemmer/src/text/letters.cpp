#include "text/letters.h"

#include <array>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris {

using stemmer::append_utf8;
using stemmer::next_code_point;

namespace {

constexpr char32_t kFirst = 0x0621;
constexpr char32_t kLast = 0x064A;
// U+0621 HAMZA … U+063A GHAIN, six code points that are no letters of Arabic, U+0641 FEH … U+064A
// YEH.
constexpr char kBlock[] = "'|>&<}AbptvjHxd*rzs$SDTZEg\0\0\0\0\0\0fqklmnhwYy";
static_assert(sizeof(kBlock) - 1 == kLast - kFirst + 1);

struct Extra {
  char32_t code_point;
  char letter;
};
constexpr std::array<Extra, 5> kExtra = {{
    {0x067E, 'P'},  // PEH
    {0x0686, 'J'},  // TCHEH
    {0x0698, 'R'},  // JEH
    {0x06A4, 'V'},  // VEH
    {0x06AF, 'G'},  // GAF
}};

char letter_of(char32_t c) {
  if (c >= kFirst && c <= kLast) return kBlock[c - kFirst];
  for (const Extra& extra : kExtra) {
    if (extra.code_point == c) return extra.letter;
  }
  return '\0';
}

char32_t code_point_of(char letter) {
  static const std::array<char32_t, 128> table = [] {
    std::array<char32_t, 128> t{};
    for (char32_t c = kFirst; c <= kLast; ++c) {
      const char l = letter_of(c);
      if (l != '\0') t[static_cast<unsigned char>(l)] = c;
    }
    for (const Extra& extra : kExtra)
      t[static_cast<unsigned char>(extra.letter)] = extra.code_point;
    return t;
  }();
  return table[static_cast<unsigned char>(letter) & 0x7F];
}

}  // namespace

std::optional<std::string> to_letters(std::string_view utf8) {
  std::string letters;
  letters.reserve(utf8.size() / 2);
  for (std::size_t pos = 0; pos < utf8.size();) {
    const char letter = letter_of(next_code_point(utf8, pos));
    if (letter == '\0') return std::nullopt;
    letters.push_back(letter);
  }
  return letters;
}

std::string from_letters(std::string_view letters) {
  std::string utf8;
  utf8.reserve(letters.size() * 2);
  for (const char letter : letters) append_utf8(utf8, code_point_of(letter));
  return utf8;
}

std::string fold_letters(std::string_view letters) {
  std::string folded(letters);
  for (char& letter : folded) letter = stemmer::text::fold_letter(letter);
  return folded;
}

}  // namespace fihris

namespace fihris::stemmer::text {

char fold_letter(char letter) {
  switch (letter) {
    case '|':  // ALEF WITH MADDA ABOVE
    case '>':  // ALEF WITH HAMZA ABOVE
    case '<':  // ALEF WITH HAMZA BELOW
      return 'A';
    case '&':  // WAW WITH HAMZA ABOVE
      return 'w';
    case '}':  // YEH WITH HAMZA ABOVE
    case 'Y':  // ALEF MAKSURA
      return 'y';
    case 'p':  // TEH MARBUTA
      return 'h';
    default:
      return letter;
  }
}

}  // namespace fihris::stemmer::text
