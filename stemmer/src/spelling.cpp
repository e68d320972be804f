#include "fihris/stemmer/spelling.h"

#include "edit_distance.h"
#include "letters.h"

namespace fihris {
namespace {

constexpr Cost kLetter = 100;
constexpr Cost kConfused = 40;   // letters that are mistaken for one another
constexpr Cost kNeighbour = 80;  // beside one another on the keyboard
constexpr Cost kSwapped = 80;
constexpr Cost kLongVowel = 80;  // there or not
constexpr Cost kDoubled = 50;    // struck twice, or once instead of twice

// Letters of letters.h.
constexpr std::array<LetterPairs::Group, 4> kPairs = {{
    {"DZ", "DZ", kConfused},  // U+0636 DAD, U+0638 ZAH
    {"sS", "sS", kConfused},  // U+0633 SEEN, U+0635 SAD
    {"tT", "tT", kConfused},  // U+062A TEH, U+0637 TAH
    {"*z", "*z", kConfused},  // U+0630 THAL, U+0632 ZAIN
}};

// The rows of the Arabic keyboard, folded.
constexpr std::string_view kKeyRows = "DSvqfgEhxHjd $syblAtnmkT r-yhwzZ";

bool are_neighbours(char x, char y) {
  const std::size_t at = kKeyRows.find(x);
  if (at == std::string_view::npos) return false;
  return (at > 0 && kKeyRows[at - 1] == y) || (at + 1 < kKeyRows.size() && kKeyRows[at + 1] == y);
}

// U+0621 HAMZA and the letters that carry one.
bool has_hamza(char letter) {
  return std::string_view("'|>&<}").find(letter) != std::string_view::npos;
}

bool may_carry_hamza(char letter) {
  return has_hamza(letter) || std::string_view("AwyY").find(letter) != std::string_view::npos;
}

bool is_long_vowel(char letter) { return letter == 'A' || letter == 'w' || letter == 'y'; }

struct SpellingCosts {
  Cost gap(std::string_view word, std::size_t i) const {
    const char letter = fold_letter(word[i]);
    if (i > 0 && fold_letter(word[i - 1]) == letter) return kDoubled;
    return is_long_vowel(letter) || letter == '\'' ? kLongVowel : kLetter;
  }
  Cost substitution(std::string_view a, std::size_t i, std::string_view b, std::size_t j) const {
    static const LetterPairs pairs(kPairs);
    const char x = fold_letter(a[i]);
    const char y = fold_letter(b[j]);
    if (x == y) return 0;
    const bool seats = has_hamza(a[i]) || has_hamza(b[j]);
    if (seats && may_carry_hamza(a[i]) && may_carry_hamza(b[j])) return kConfused;
    const Cost cost = pairs(x, y);
    return cost == kLetter && are_neighbours(x, y) ? kNeighbour : cost;
  }
  Cost swap(std::string_view, std::size_t) const { return kSwapped; }
};

}  // namespace

Cost spelling_cost(std::string_view typed, std::string_view word, Cost limit) {
  return edit_cost(typed, word, limit, SpellingCosts{});
}

}  // namespace fihris
