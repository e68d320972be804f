#include "root_patterns.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <unordered_map>
#include <utility>

namespace fihris::lemma_tool {
namespace {

// Digits stand for radicals, other characters for themselves, Q for the hamza. A root that has
// letters of its own (1w3) has radicals the pattern hides.
struct PatternGroup {
  std::string_view roots;
  std::string_view patterns;
};

constexpr PatternGroup kGroups[] = {
    // sound
    {"123",
     "123 12A3 12y3 12w3 1A23 1A2w3 m123 m12w3 m12A3 m12y3 m1A23 mn123 m1t23 mst123 mt123 mt1A23 "
     "t12y3 t123 t1A23 Q123 Q12A3 An12A3 A1t2A3 Ast12A3 123An 12A3An 12A3y t12A3 1w2A3 "
     "1y2A3 12ww3 Q123w 12w3y 1Aw3 t12Q3 An123 A1t23 Ast123 y123 y1A23 yn123 y1t23 yst123 yt123 "
     "yt1A23"},
    // ت of the eighth form after ص ض ط ز
    {"123", "A1T23 A1T2A3 m1T23 y1T23 A1d23 A1d2A3 m1d23 y1d23"},
    // hollow
    {"1w3 1y3",
     "1A3 m1A3 m1y3 m1w3 Q1A3 A1A3 Ast1A3 An1A3 A1tA3 m1tA3 mn1A3 mst1y3 mst1A3 1AQ3 1yA3 1A3y "
     "t1y3 y1A3 y1w3 y1y3 yst1y3 yn1A3 y1tA3 An1yA3 A1tyA3 mt1A3 1yw3"},
    {"1w3", "1yA3 1y3"},
    {"1Q3", "1Ay3 1y3 1w3"},
    // defective
    {"12w 12y",
     "12A 12Y 12y 12AQ 1A2 1A2y 1A2w m12Y m12y m12A m12w Q12Y Q12A Q12AQ A12AQ An12AQ "
     "A1t2AQ Ast12AQ A1t2A A1t2Y Ast12Y Ast12A t12Y t12y t1A2y t1A2Y t1A2A m1A2 m1t2y mst12y mt12y "
     "mt1A2y m1A2A 1A2Y 1A2A y12y y12w y12Y y12A y1A2y yt12Y yt12A yt1A2Y y1t2y yst12y 12wAn 12yAn "
     "m1A2y 12Aw 12Ay 1w2Y"},
    // doubled
    {"122",
     "12 1A2 m12 Q12 A12 A1t2 Ast12 An12 mst12 m1t2 mn12 t1A2 y12 y1t2 yst12 yn12 12A 12y m1A2"},
    // first radical و hidden
    {"w12", "12p m12 At12 At1A2 At12A mt12 yt12 y12 Ay1A2 Asty1A2"},
    // four radicals
    {"1234", "1234 123A4 123w4 123y4 t1234 m1234 mt1234 y1234 yt1234 12A34"},
};

struct Pattern {
  std::string letters;
  std::string root;
};

using PatternsBySize = std::unordered_map<std::size_t, std::vector<Pattern>>;

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

const PatternsBySize& patterns() {
  static const PatternsBySize table = [] {
    PatternsBySize all;
    for (const PatternGroup& group : kGroups) {
      for (const std::string& letters : words_of(group.patterns)) {
        for (const std::string& root : words_of(group.roots))
          all[letters.size()].push_back({letters, root});
      }
    }
    return all;
  }();
  return table;
}

std::string with_plain_hamza(std::string_view word) {
  std::string plain;
  for (const char letter : word) {
    if (letter == '|') {
      plain += "QA";
    } else {
      plain += std::string_view("'<>&}").find(letter) != std::string_view::npos ? 'Q' : letter;
    }
  }
  return plain;
}

bool is_radical(char letter) {
  return std::string_view("AYp").find(letter) == std::string_view::npos;
}

using Radicals = std::array<char, 4>;

bool fits(const std::string& pattern, std::string_view stem, Radicals& radicals) {
  for (std::size_t i = 0; i < stem.size(); ++i) {
    if (pattern[i] < '1' || pattern[i] > '4') {
      if (pattern[i] != stem[i]) return false;
      continue;
    }
    char& radical = radicals[static_cast<std::size_t>(pattern[i] - '1')];
    if (!is_radical(stem[i]) || (radical != '\0' && radical != stem[i])) return false;
    radical = stem[i];
  }
  return true;
}

std::string root_from(const std::string& root, const Radicals& radicals) {
  std::string filled = root;
  for (char& letter : filled) {
    if (letter >= '1' && letter <= '4') letter = radicals[static_cast<std::size_t>(letter - '1')];
  }
  return filled;
}

void add_readings(std::string_view stem, std::string_view ending, bool verb,
                  std::vector<RootReading>& out) {
  const auto found = patterns().find(stem.size());
  if (found == patterns().end()) return;
  for (const Pattern& pattern : found->second) {
    if (pattern.letters[0] == 'y' && !verb) continue;
    Radicals radicals{};
    if (!fits(pattern.letters, stem, radicals)) continue;
    std::string root = root_from(pattern.root, radicals);
    // No root begins with the same letter twice.
    if (root.size() == 3 && root[0] == root[1]) continue;
    out.push_back(
        {std::move(root), pattern.letters + "+" + std::string(ending) + ">" + pattern.root});
  }
}

}  // namespace

std::vector<RootReading> read_roots(std::string_view word, bool verb) {
  // Of nouns also feminines, adjectives in ي, and words that end in ان, ا or ات.
  static constexpr std::array<std::string_view, 7> kEndings = {"", "p", "y", "yp", "An", "A", "At"};
  const std::string plain = with_plain_hamza(word);
  std::vector<RootReading> readings;
  for (const std::string_view ending : kEndings) {
    if (verb && !ending.empty()) break;
    if (!plain.ends_with(ending) || plain.size() < ending.size() + 2) continue;
    add_readings(std::string_view(plain).substr(0, plain.size() - ending.size()), ending, verb,
                 readings);
  }
  return readings;
}

}  // namespace fihris::lemma_tool
