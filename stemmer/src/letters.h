// Arabic words as one byte per letter. The lemmatizer works on Buckwalter transliteration: it is
// half as long as UTF-8, every letter is one `char`, and affixes can be written in the source
// without right-to-left text.
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

// Folds hamza seats, ta marbuta and alef maqsura: on letters what fold_arabic() is on UTF-8.
char fold_letter(char letter);
std::string fold_letters(std::string_view letters);

}  // namespace fihris
