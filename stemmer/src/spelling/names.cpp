#include "fihris/stemmer/names.h"

#include <algorithm>

#include "spelling/edit_distance.h"
#include "text/letters.h"

namespace fihris {
namespace {

struct ConsonantClass {
  char name;
  std::string_view letters;
};
constexpr std::array<ConsonantClass, 10> kClasses = {{
    {'K', "gjqkxGJ"},   // GHAIN, JEEM, QAF, KAF, KHAH, GAF, TCHEH
    {'S', "s$SzZv*R"},  // SEEN, SHEEN, SAD, ZAIN, ZAH, THEH, THAL, JEH
    {'T', "tT"},        // TEH, TAH
    {'D', "dD"},        // DAL, DAD
    {'B', "bP"},        // BEH, PEH
    {'F', "fV"},        // FEH, VEH
    {'R', "r"},
    {'L', "l"},
    {'M', "m"},
    {'N', "n"},
}};

char class_of(char letter) {
  static const std::array<char, 128> table = [] {
    std::array<char, 128> classes{};
    for (const ConsonantClass& each : kClasses) {
      for (const char member : each.letters)
        classes[static_cast<unsigned char>(member)] = each.name;
    }
    return classes;
  }();
  return table[static_cast<unsigned char>(letter) & 0x7FU];
}

// Chosen on two thirds of the pairs of bench/names.
struct Costs {
  static constexpr Cost kVowelFirst = 95;  // a long vowel that one spelling does not have
  static constexpr Cost kVowelInside = 25;
  static constexpr Cost kVowelLast = 55;
  static constexpr Cost kOtherVowel = 60;  // one long vowel for another
  static constexpr Cost kOtherVowelFirst = 85;
  static constexpr Cost kOtherVowelLast = 90;
  static constexpr Cost kHeh = 80;  // U+0647 HEH that one spelling does not have
  static constexpr Cost kHehLast = 60;
  static constexpr Cost kAin = 60;  // the same of U+0639 AIN, U+0621 HAMZA
  static constexpr Cost kDoubled = 60;
  static constexpr Cost kConsonantLast = 90;
  static constexpr Cost kLetter = 100;
};

// Later groups win.
constexpr std::array<stemmer::spelling::LetterPairs::Group, 20> kPairs = {{
    {"gjkqG", "gjkqG", 60}, {"gG", "jG", 20},   {"j", "y", 70},  {"j", "x", 30}, {"x", "kgq", 70},
    {"j", "$", 70},         {"sS", "zZ", 35},   {"s", "$", 30},  {"$", "S", 45}, {"s", "S", 20},
    {"t", "T", 35},         {"dD*", "dD*", 20}, {"Z*", "z", 20}, {"D", "Z", 20}, {"v", "stz", 30},
    {"f", "V", 0},          {"b", "P", 0},      {"f", "w", 50},  {"E", "A", 30}, {"h", "H", 15},
}};

bool is_vowel(char letter) { return letter == 'A' || letter == 'w' || letter == 'y'; }

struct NameCosts {
  Cost gap(std::string_view word, std::size_t i) const {
    const char letter = word[i];
    const bool last = i + 1 == word.size();
    if (i > 0 && word[i - 1] == letter) return Costs::kDoubled;
    if (is_vowel(letter)) {
      if (i == 0) return Costs::kVowelFirst;
      return last ? Costs::kVowelLast : Costs::kVowelInside;
    }
    if (letter == 'h') return last ? Costs::kHehLast : Costs::kHeh;
    if (letter == 'E' || letter == '\'') return Costs::kAin;
    return last ? Costs::kConsonantLast : Costs::kLetter;
  }
  Cost substitution(std::string_view a, std::size_t i, std::string_view b, std::size_t j) const {
    static const stemmer::spelling::LetterPairs pairs(kPairs);
    if (!is_vowel(a[i]) || !is_vowel(b[j])) return pairs(a[i], b[j]);
    const bool last = i + 1 == a.size() && j + 1 == b.size();
    if (last) return Costs::kOtherVowelLast;
    return i == 0 && j == 0 ? Costs::kOtherVowelFirst : Costs::kOtherVowel;
  }
  Cost swap(std::string_view, std::size_t) const { return Costs::kLetter; }
};

// In consonants.
constexpr std::size_t kLongestName = 16;

}  // namespace

std::string name_skeleton(std::string_view letters) {
  std::string skeleton;
  for (const char letter : letters) {
    if (const char name = class_of(letter); name != '\0') skeleton.push_back(name);
  }
  return skeleton;
}

std::vector<std::string> near_skeletons(std::string_view skeleton) {
  std::vector<std::string> near = {std::string(skeleton)};
  if (skeleton.size() > kLongestName) return near;
  // Spellings of a name begin alike; what has one letter more at the front is another word, often
  // with a preposition.
  for (std::size_t i = 1; i < skeleton.size(); ++i) {
    near.emplace_back(skeleton).erase(i, 1);
  }
  for (std::size_t i = 1; i <= skeleton.size(); ++i) {
    for (const ConsonantClass& each : kClasses) {
      near.emplace_back(skeleton).insert(i, 1, each.name);
    }
  }
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  return near;
}

Cost name_cost(std::string_view a, std::string_view b, Cost limit) {
  return stemmer::spelling::edit_cost(a, b, limit, NameCosts{});
}

}  // namespace fihris
