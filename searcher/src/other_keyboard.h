// Words typed with the wrong keyboard layout.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::internal {

// What is known of words. Asked about text without blanks.
struct KeyboardJudge {
  // Whether it makes sense as typed: all of it is in the index.
  std::function<bool(std::string_view)> makes_sense;
  // Whether what it would be in the other layout is in the index in this very form. A lemma is not
  // enough: nearly any string of letters is a form of something.
  std::function<bool(std::string_view)> is_there;
  // Whether it could be: a form the lexicon lists of a lemma of the index. Enough beside a word
  // that is there.
  std::function<bool(std::string_view)> is_likely;
};

struct Retyped {
  // As meant; unchanged those that make sense already, or none either way.
  std::vector<std::string> words;
  std::size_t rescued = 0;  // words of four letters or more; when 0, none is changed
};
Retyped retype(const std::vector<std::string_view>& words, const KeyboardJudge& judge);

// Whether a word is cut by what are letters on the other keyboard: «uf]d». Its pieces may be in the
// index although it makes no sense.
bool looks_cut(std::string_view word);

}  // namespace fihris::internal
