// Readings of a word without the dictionary: what remains once clitics and endings are off must be
// a counted word.
#pragma once

#include <string>
#include <vector>

#include "candidates.h"

namespace fihris::lemma_tool {

void add_rule_readings(const std::string& word, const NounCanon& canon, const Lexicon& lexicon,
                       const WordCounts& counts, std::vector<Candidate>& out);

}  // namespace fihris::lemma_tool
