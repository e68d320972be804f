// Names in other spellings: بيلوسوف and بيلاوسوف, «Lavrov» and لافروف. Pure functions, thread-safe.
//
// Arabic words are given as folded letters (letters.h), Latin ones as they are. A skeleton is the
// consonants of a name by class, which most spellings of it share: it finds candidates, the costs
// decide among them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris {

// 100 is one letter that has nothing to do with the other.
using Cost = unsigned;

// One of K S T D B F R L M N for each consonant; vowels, U+0621 HAMZA, U+0639 AIN, U+0647 HEH and
// U+062D HAH count as none. غ = ج = ق = ك = خ, ش = س = ص = ز = ظ = ذ = ث, ط = ت, ض = د.
std::string name_skeleton(std::string_view letters);

// The skeleton and those that differ from it by one consonant too many or too few, not the first.
// Only itself when it is too long for a name.
std::vector<std::string> near_skeletons(std::string_view skeleton);

// How unlikely it is that both spell one name. Symmetric. May stop counting above `limit`.
Cost name_cost(std::string_view a, std::string_view b, Cost limit);

// The Latin letters a–z and the digits of Arabizi (2 3 5 6 7 8 9 for ء ع خ ط ح ق ص) that spell a
// word, lower-case and without accents; empty when anything else is in it, or no letter.
std::string latin_letters(std::string_view utf8);

// A name in Latin letters, to be compared with Arabic spellings of it.
class LatinName {
 public:
  // `latin` from latin_letters().
  explicit LatinName(std::string_view latin);

  // Those its Arabic spellings may have: c is ك or س, g is غ or ج, …; at most 64, each once; none
  // of a word of more than 32 letters.
  const std::vector<std::string>& skeletons() const { return skeletons_; }
  // How unlikely it is that `letters` is the Arabic spelling. 0: each letter is spelled the usual
  // way. May stop counting above `limit`.
  Cost cost(std::string_view letters, Cost limit) const;

 private:
  struct Piece {  // how the Latin letters from some place on may be spelled
    std::string_view arabic;
    std::size_t length;  // of the Latin letters
    Cost cost;
  };
  std::vector<std::vector<Piece>> pieces_;  // by place
  std::vector<std::string> skeletons_;
};

}  // namespace fihris
