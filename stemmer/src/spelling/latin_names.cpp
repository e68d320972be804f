#include <algorithm>
#include <array>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/stemmer/names.h"
#include "spelling/edit_distance.h"
#include "spelling/latin_graphemes.h"
#include "text/orthography.h"

namespace fihris {
namespace {

constexpr std::size_t kMaxSkeletons = 64;
// What Latin letters may be in a skeleton. Of several that fit, the longest counts.
struct Consonant {
  std::string_view latin;
  std::array<std::string_view, 3> classes;
  std::size_t readings;
};
constexpr std::array<Consonant, 52> kConsonants = {{
    {"b", {"B"}, 1},
    {"bb", {"B"}, 1},
    {"c", {"K", "S", "TS"}, 3},
    {"cc", {"K", "TS"}, 2},
    {"ch", {"S", "TS", "K"}, 3},
    {"ck", {"K"}, 1},
    {"cz", {"TS", "S"}, 2},
    {"d", {"D"}, 1},
    {"dd", {"D"}, 1},
    {"dh", {"D", "S"}, 2},
    {"dj", {"K"}, 1},
    {"f", {"F"}, 1},
    {"ff", {"F"}, 1},
    {"g", {"K"}, 1},
    {"gg", {"K"}, 1},
    {"gh", {"K", ""}, 2},
    {"gn", {"N", "KN"}, 2},
    {"j", {"K", "", "S"}, 3},
    {"k", {"K"}, 1},
    {"kh", {"K"}, 1},
    {"kk", {"K"}, 1},
    {"l", {"L"}, 1},
    {"ll", {"L", ""}, 2},
    {"m", {"M"}, 1},
    {"mm", {"M"}, 1},
    {"mc", {"MK"}, 1},
    {"n", {"N"}, 1},
    {"nn", {"N"}, 1},
    {"p", {"B"}, 1},
    {"pp", {"B"}, 1},
    {"ph", {"F"}, 1},
    {"q", {"K"}, 1},
    {"r", {"R"}, 1},
    {"rr", {"R"}, 1},
    {"s", {"S"}, 1},
    {"sc", {"SK", "S"}, 2},
    {"sch", {"S", "SK"}, 2},
    {"sh", {"S"}, 1},
    {"ss", {"S"}, 1},
    {"sz", {"S"}, 1},
    {"t", {"T"}, 1},
    {"tch", {"TS", "S"}, 2},
    {"th", {"T", "S", "D"}, 3},
    {"ts", {"TS", "S"}, 2},
    {"tsch", {"TS", "S"}, 2},
    {"tt", {"T"}, 1},
    {"v", {"F", ""}, 2},
    {"w", {"", "F"}, 2},
    {"x", {"KS", "S", "K"}, 3},
    {"z", {"S", "TS"}, 2},
    {"zz", {"S", "DS", "TS"}, 3},
    {"5", {"K"}, 1},
}};
constexpr std::array<Consonant, 3> kArabiziConsonants = {{
    {"6", {"T"}, 1},
    {"8", {"K"}, 1},
    {"9", {"S"}, 1},
}};

const Consonant* longest_at(std::string_view latin) {
  const Consonant* longest = nullptr;
  const auto look = [&](const Consonant& each) {
    if (!latin.starts_with(each.latin)) return;
    if (longest == nullptr || each.latin.size() > longest->latin.size()) longest = &each;
  };
  for (const Consonant& each : kConsonants) look(each);
  for (const Consonant& each : kArabiziConsonants) look(each);
  return longest;
}

std::vector<std::string> skeletons_of(std::string_view latin) {
  if (latin.size() > stemmer::spelling::kMaxComparedLetters) return {};
  std::vector<std::string> all = {""};
  for (std::size_t at = 0; at < latin.size();) {
    const Consonant* found = longest_at(latin.substr(at));
    at += found == nullptr ? 1 : found->latin.size();
    if (found == nullptr) continue;
    const bool room = all.size() * found->readings <= kMaxSkeletons;
    const std::size_t readings = room ? found->readings : 1;
    std::vector<std::string> longer;
    for (const std::string& begin : all) {
      for (std::size_t i = 0; i < readings; ++i)
        longer.push_back(begin + std::string(found->classes[i]));
    }
    all = std::move(longer);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

constexpr std::size_t kMaxGrapheme = 4;  // letters
constexpr Cost kSilentTwin = 10;         // the second of two letters
constexpr Cost kSilentVowel = 50;
constexpr Cost kSilentLetter = 100;
constexpr Cost kWrongLetter = 110;

bool is_latin_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

// An Arabic letter that no Latin one stands for.
Cost unwritten(std::string_view letters, std::size_t i) {
  const char letter = letters[i];
  if (i > 0 && letters[i - 1] == letter) return 30;
  switch (letter) {
    case 'A':
    case 'y':
      return 60;
    case 'w':
      return 75;
    case 'E':
    case '\'':
      return 60;
    case 'h':
      return i + 1 == letters.size() ? 40 : 80;
    default:
      return 100;
  }
}

struct Substitute {
  char32_t from;
  std::string_view to;
};
// Letters that have no decomposition.
constexpr std::array<Substitute, 8> kSubstitutes = {{
    {0x131, "i"},   // LATIN SMALL LETTER DOTLESS I
    {0xDF, "ss"},   // LATIN SMALL LETTER SHARP S
    {0xF8, "o"},    // LATIN SMALL LETTER O WITH STROKE
    {0xE6, "ae"},   // LATIN SMALL LETTER AE
    {0x142, "l"},   // LATIN SMALL LETTER L WITH STROKE
    {0x111, "d"},   // LATIN SMALL LETTER D WITH STROKE
    {0xF0, "d"},    // LATIN SMALL LETTER ETH
    {0x153, "oe"},  // LATIN SMALL LIGATURE OE
}};

constexpr std::string_view kArabiziDigits = "2356789";

// Empty: no letter of a name.
std::string latin_letter(char32_t c) {
  if ((c >= U'a' && c <= U'z') ||
      (c < 0x80 && kArabiziDigits.find(static_cast<char>(c)) != std::string_view::npos)) {
    return {static_cast<char>(c)};
  }
  for (const Substitute& each : kSubstitutes) {
    if (each.from == c) return std::string(each.to);
  }
  return {};
}

// Whether the grapheme is what `latin` has at `at`, and how many letters of it.
std::size_t length_at(std::string_view latin, std::size_t at, std::string_view grapheme) {
  if (grapheme.front() == '^') {
    if (at > 0) return 0;
    grapheme.remove_prefix(1);
  }
  const bool last = grapheme.back() == '$';
  if (last) grapheme.remove_suffix(1);
  if (!latin.substr(at).starts_with(grapheme)) return 0;
  return last && at + grapheme.size() != latin.size() ? 0 : grapheme.size();
}

bool is_anchored(std::string_view grapheme) {
  return grapheme.front() == '^' || grapheme.back() == '$';
}

Cost silent(std::string_view latin, std::size_t at) {
  if (at > 0 && latin[at] == latin[at - 1]) return kSilentTwin;
  return is_latin_vowel(latin[at]) ? kSilentVowel : kSilentLetter;
}

}  // namespace

std::string latin_letters(std::string_view utf8) {
  const std::string folded = stemmer::text::fold_latin(utf8);
  std::string letters;
  bool has_letter = false;
  for (std::size_t pos = 0; pos < folded.size();) {
    const char32_t c = stemmer::next_code_point(folded, pos);
    if (c == U'\'' || c == 0x2019 || c == 0x2BC || c == U'-') continue;  // Sana'a, al-Assad
    const std::string letter = latin_letter(c);
    if (letter.empty()) return {};
    has_letter |= letter.front() >= 'a';
    letters += letter;
  }
  return has_letter ? letters : std::string();
}

LatinName::LatinName(std::string_view latin)
    : pieces_(latin.size()), skeletons_(skeletons_of(latin)) {
  if (skeletons_.empty()) return;  // too long to be one
  for (std::size_t at = 0; at < latin.size(); ++at) {
    std::array<bool, kMaxGrapheme + 1> anchored{};  // by length
    for (const stemmer::spelling::Grapheme& each : stemmer::spelling::kGraphemes) {
      const std::size_t length = length_at(latin, at, each.latin);
      if (length > 0 && is_anchored(each.latin)) anchored[length] = true;
    }
    for (const stemmer::spelling::Grapheme& each : stemmer::spelling::kGraphemes) {
      const std::size_t length = length_at(latin, at, each.latin);
      if (length == 0 || anchored[length] != is_anchored(each.latin)) continue;
      pieces_[at].push_back({each.arabic, length, each.cost});
    }
    pieces_[at].push_back({{}, 1, anchored[1] ? kSilentLetter : silent(latin, at)});
  }
}

Cost LatinName::cost(std::string_view letters, Cost limit) const {
  const std::size_t size = pieces_.size();
  if (size > stemmer::spelling::kMaxComparedLetters ||
      letters.size() > stemmer::spelling::kMaxComparedLetters)
    return stemmer::spelling::kTooFar;
  std::array<std::array<Cost, stemmer::spelling::kMaxComparedLetters + 1>,
             stemmer::spelling::kMaxComparedLetters + 1>
      best;
  for (std::size_t i = 0; i <= size; ++i) best[i].fill(stemmer::spelling::kTooFar);
  best[0][0] = 0;
  const auto reach = [&](std::size_t i, std::size_t j, Cost cost) {
    best[i][j] = std::min(best[i][j], cost);
  };
  const auto go_on_from = [&](std::size_t i, std::size_t j) {
    const Cost here = best[i][j];
    if (here > limit) return;
    if (j < letters.size()) reach(i, j + 1, here + unwritten(letters, j));
    if (i == size) return;
    if (j < letters.size()) reach(i + 1, j + 1, here + kWrongLetter);
    for (const Piece& piece : pieces_[i]) {
      if (!letters.substr(j).starts_with(piece.arabic)) continue;
      reach(i + piece.length, j + piece.arabic.size(), here + piece.cost);
    }
  };
  for (std::size_t i = 0; i <= size; ++i) {
    for (std::size_t j = 0; j <= letters.size(); ++j) go_on_from(i, j);
  }
  return best[size][letters.size()];
}

}  // namespace fihris
