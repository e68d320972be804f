// Single characters that print whole phrases of Arabic: U+FD41 is رضي الله عنه.
#pragma once

#include <string>
#include <string_view>

namespace fihris::stemmer::text {

// The words that `c` prints, with a space before, between and behind them; empty for any other
// character. Knows those of Unicode 15 that compatibility decomposition leaves alone, and U+FDFA
// and U+FDFB, which it joins to a word beside them.
std::string_view spelled_ligature(char32_t c);

// All of them, for the fingerprint.
std::string ligature_table();

}  // namespace fihris::stemmer::text
