// How often one Arabic letter follows another.
#pragma once

#include <cstddef>

namespace fihris::indexer::encodings {

// U+0621–U+063A and U+0641–U+064A, and 0 for whatever is no letter: the edge of a word.
inline constexpr std::size_t kPairLetters = 37;

// The place of a letter in the table; 0 for all else. Persian and Urdu shapes of a letter count as
// that letter.
std::size_t pair_letter(char32_t c);

// How much more often than by chance `next` follows `previous`, in quarters of a bit: "ال" at the
// beginning of a word is far above 0, "ةا" far below.
int pair_weight(std::size_t previous, std::size_t next);

}  // namespace fihris::indexer::encodings
