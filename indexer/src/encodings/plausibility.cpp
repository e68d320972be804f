#include "encodings/plausibility.h"

#include <unicode/uchar.h>

#include "encodings/letter_pairs.h"
#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::indexer::encodings {
namespace {

// Quarters of a bit, as the pairs.
constexpr int kBroken = -32;  // no reading that is right has these
constexpr int kFitting = 6;
constexpr int kStrange = -12;  // printed in Arabic text, but hardly ever

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool is_cyrillic(char32_t c) { return c >= 0x0400 && c < 0x0500; }

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= 0x7F && c < 0xA0);
}

// Vowel signs, shadda and sukun; U+0640 TATWEEL stands in the same places.
bool is_vowel_sign(char32_t c) {
  return (c >= 0x064B && c <= 0x0655) || c == 0x0670 || c == 0x0640;
}

// Punctuation and digits that Arabic print has beside ASCII's, and characters that show nothing.
bool is_usual(char32_t c) {
  constexpr std::u32string_view kUsual =
      U"\u00A0\u00A9\u00AB\u00AD\u00B7\u00BB\u060C\u061B\u061F\u066A\u066B\u066C\u2022\u2026"
      U"\u2013\u2014\u2018\u2019\u201C\u201D\u2039\u203A\u200B\u200C\u200D\u200E\u200F\uFEFF";
  return kUsual.find(c) != std::u32string_view::npos || (c >= 0x0660 && c <= 0x0669) ||
         (c >= 0x06F0 && c <= 0x06F9);
}

class Weigher {
 public:
  void take(char32_t c) {
    settle_accent(c);
    if (const std::size_t letter = pair_letter(c)) {
      after_cyrillic_ = false;
      total_ += after_ascii_ ? kStrange : pair_weight(letter_, letter);
      letter_ = letter;
      after_ascii_ = false;
    } else if (is_vowel_sign(c)) {
      if (letter_ == 0) total_ += kStrange;
    } else {
      take_other(c);
    }
  }
  int total() {
    take('\n');
    return total_;
  }

 private:
  void take_other(char32_t c) {
    const bool ascii_letter = is_ascii_letter(c);
    total_ += letter_ != 0 && ascii_letter ? kStrange : pair_weight_at_end();
    letter_ = 0;
    if (is_cyrillic(c)) return take_cyrillic(c);
    after_cyrillic_ = false;
    accent_ = c >= 0xC0 && !is_usual(c) && !after_ascii_ && u_isalpha(static_cast<UChar32>(c)) != 0;
    if (c == 0xFFFD || is_control(c)) {
      total_ += kBroken;
    } else if (c >= 0x80 && !is_usual(c) && u_isalpha(static_cast<UChar32>(c)) == 0) {
      total_ += kStrange;
    }
    after_ascii_ = ascii_letter;
  }
  int pair_weight_at_end() const { return letter_ != 0 ? pair_weight(letter_, 0) : 0; }

  // A page in windows-1251 stays what it declares; Arabic read so has its capitals inside words.
  void take_cyrillic(char32_t c) {
    if (after_cyrillic_) total_ += u_isupper(static_cast<UChar32>(c)) != 0 ? kStrange : kFitting;
    after_cyrillic_ = true;
    after_ascii_ = false;
  }

  // "É" is at home beside ASCII letters only: «Été», not «ÇáÈÑ».
  void settle_accent(char32_t next) {
    if (accent_ && !is_ascii_letter(next)) total_ += kStrange;
    accent_ = false;
  }

  int total_ = 0;
  std::size_t letter_ = 0;    // the letter before, 0 at the edge of a word
  bool after_ascii_ = false;  // an ASCII letter is before
  bool after_cyrillic_ = false;
  bool accent_ = false;  // a letter is before that needs an ASCII letter as neighbour
};

}  // namespace

int plausibility(std::string_view utf8) {
  Weigher weigher;
  for (std::size_t pos = 0; pos < utf8.size();) weigher.take(stemmer::next_code_point(utf8, pos));
  return weigher.total();
}

}  // namespace fihris::indexer::encodings
