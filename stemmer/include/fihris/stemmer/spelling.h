// Words that are mistyped. Pure functions, thread-safe.
#pragma once

#include <string_view>

#include "fihris/stemmer/names.h"

namespace fihris {

// How far a word is from what was typed: missing, extra, wrong and swapped letters at 100 each,
// less for those that are often confused (ض/ظ ه/ة ى/ي س/ص ت/ط ذ/ز, the seats of the hamza) and for
// a letter typed twice. Both as letters (letters.h), as printed: hamza seats count where both sides
// show them. May stop counting above `limit`.
Cost spelling_cost(std::string_view typed, std::string_view word, Cost limit);

}  // namespace fihris
