#include "fihris/stemmer/spelling.h"

#include "spelling/edit_distance.h"
#include "text/letters.h"

namespace fihris {
namespace {

constexpr Cost kLetter = 100;
constexpr Cost kConfused = 40;   // letters that are mistaken for one another
constexpr Cost kNeighbour = 80;  // beside one another on the keyboard
constexpr Cost kSwapped = 80;
constexpr Cost kLongVowel = 80;  // there or not
constexpr Cost kDoubled = 50;    // struck twice, or once instead of twice

// Letters of letters.h.
constexpr std::array<stemmer::spelling::LetterPairs::Group, 4> kPairs = {{
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

// What the comparison asks of every pair of letters, looked up instead of worked out.
struct LetterFacts {
  LetterFacts() {
    for (std::size_t i = 0; i < folded.size(); ++i) {
      const char letter = static_cast<char>(i);
      folded[i] = stemmer::text::fold_letter(letter);
      // U+0621 HAMZA and the letters that carry one; and those it is typed as.
      hamza[i] = letter != '\0' && std::string_view("'|>&<}").find(letter) != kNowhere;
      seat[i] = letter != '\0' && std::string_view("'|>&<}AwyY").find(letter) != kNowhere;
      for (std::size_t j = 0; j < folded.size(); ++j) {
        const char other = static_cast<char>(j);
        const Cost pair = pairs(letter, other);
        const bool beside = pair == kLetter && are_neighbours(letter, other);
        cost[i * folded.size() + j] = static_cast<unsigned char>(beside ? kNeighbour : pair);
      }
    }
  }
  static constexpr std::size_t kNowhere = std::string_view::npos;
  stemmer::spelling::LetterPairs pairs{kPairs};
  std::array<char, 128> folded{};
  std::array<bool, 128> hamza{};
  std::array<bool, 128> seat{};
  std::array<unsigned char, 128U * 128U> cost{};
};

const LetterFacts& facts() {
  static const LetterFacts table;
  return table;
}

std::size_t index_of(char letter) { return static_cast<unsigned char>(letter) & 0x7FU; }

// A word as printed and folded.
struct BothWays {
  explicit BothWays(std::string_view word) : printed(word), size(word.size()) {
    for (std::size_t i = 0; i < size; ++i) letters[i] = facts().folded[index_of(word[i])];
  }
  std::string_view folded() const { return {letters.data(), size}; }
  std::string_view printed;
  std::size_t size;
  std::array<char, stemmer::spelling::kMaxComparedLetters> letters{};
};

// Of folded words.
struct SpellingCosts {
  const BothWays& left;
  const BothWays& right;

  Cost gap(std::string_view word, std::size_t i) const {
    if (i > 0 && word[i - 1] == word[i]) return kDoubled;
    const char letter = word[i];
    const bool vowel = letter == 'A' || letter == 'w' || letter == 'y' || letter == '\'';
    return vowel ? kLongVowel : kLetter;
  }
  Cost substitution(std::string_view a, std::size_t i, std::string_view b, std::size_t j) const {
    const std::size_t x = index_of(left.printed[i]);
    const std::size_t y = index_of(right.printed[j]);
    const LetterFacts& of = facts();
    if ((of.hamza[x] || of.hamza[y]) && of.seat[x] && of.seat[y]) return kConfused;
    return of.cost[index_of(a[i]) * 128 + index_of(b[j])];
  }
  Cost swap(std::string_view, std::size_t) const { return kSwapped; }
};

}  // namespace

Cost spelling_cost(std::string_view typed, std::string_view word, Cost limit) {
  if (typed.size() > stemmer::spelling::kMaxComparedLetters ||
      word.size() > stemmer::spelling::kMaxComparedLetters)
    return stemmer::spelling::kTooFar;
  const BothWays left(typed);
  const BothWays right(word);
  return stemmer::spelling::edit_cost(left.folded(), right.folded(), limit,
                                      SpellingCosts{left, right});
}

}  // namespace fihris
