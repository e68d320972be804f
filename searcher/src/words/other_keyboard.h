// Words typed with the wrong keyboard layout.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::searcher::words {

// How a word stands in the index. A lemma is not enough: nearly any string of letters is a form of
// something.
enum class PrintedEvidence : std::uint8_t {
  kNone,
  kFolded,  // in this form, but for a hamza seat, ة or ى: «مئري» where «ميري» is printed
  kPrintedRarely,  // letter by letter, but hardly ever; alefs are one letter
  kPrinted,        // letter by letter
};

inline bool is_printed(PrintedEvidence evidence) {
  return evidence >= PrintedEvidence::kPrintedRarely;
}

inline bool is_latin_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// What is known of words. Asked about text without blanks.
struct KeyboardJudge {
  // Whether it makes sense as typed: all of it is in the index.
  std::function<bool(std::string_view)> makes_sense;
  // How what it would be in the other layout stands there.
  std::function<PrintedEvidence(std::string_view)> evidence;
  // Whether it could be: a form the lexicon lists of a lemma of the index. Enough beside a word
  // that is there.
  std::function<bool(std::string_view)> is_likely;
};

struct Retyped {
  // As meant; unchanged those that make sense already, or none either way.
  std::vector<std::string> words;
  std::size_t rescued = 0;  // words of four letters or more
  bool unsure = false;      // they may as well be Latin words that are not in the index
};
// One for each layout that explains as many words as the other, the likelier first; none when
// neither explains any.
std::vector<Retyped> retype(const std::vector<std::string_view>& words, const KeyboardJudge& judge);

// Whether a word of the index may be there by chance: so few Latin letters that they may as well be
// an Arabic word on the other keyboard.
bool is_short_latin(std::string_view word);

// Whether a word is cut by what are letters on the other keyboard: «uf]d». Its pieces may be in the
// index although it makes no sense.
bool looks_cut(std::string_view word);

}  // namespace fihris::searcher::words
