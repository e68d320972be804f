// Patterns of Arabic stems: which root a word may be formed from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::lemma_tool {

struct RootReading {
  std::string root;     // three or four radicals; Q for the hamza, whatever its seat
  std::string pattern;  // identifies the pattern, for counting
};

// All ways in which `word`, in letters and carefully spelled, is a stem of a known pattern. A verb
// is given in the third person singular of the past or the present.
std::vector<RootReading> read_roots(std::string_view word, bool verb);

}  // namespace fihris::lemma_tool
