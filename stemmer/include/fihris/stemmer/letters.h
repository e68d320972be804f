// Arabic words as one byte per letter (Buckwalter transliteration): half as long as UTF-8, and a
// position in the word is a position in the string. What the spelling and name comparisons work on.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fihris {

// Letters U+0621–U+063A, U+0641–U+064A and U+067E PEH (P), U+0686 TCHEH (J), U+0698 JEH (R), U+06A4
// VEH (V), U+06AF GAF (G). Nothing when the word holds any other character.
std::optional<std::string> to_letters(std::string_view utf8);

// The reverse, UTF-8.
std::string from_letters(std::string_view letters);

// Folds hamza seats, teh marbuta and alef maksura, as the search key does: letters of a norm.
std::string fold_letters(std::string_view letters);

}  // namespace fihris
