// Words of the index that a word may stand for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/internal/name_index.h"
#include "words/vocabulary.h"

namespace fihris::searcher::words {

// A word that may be meant. Lower is better; comparable among the candidates for one word.
struct Candidate {
  std::string text;  // UTF-8
  double score;
};
// Best first, at most kMaxCandidates.
using Candidates = std::vector<Candidate>;
inline constexpr std::size_t kMaxCandidates = 8;

// Spellings near an Arabic word, clitics kept: printed forms the lexicon knows whose lemma is in
// the index, and lemmas of the index. Also two words run together. `typed` as printed, one word.
Candidates spelling_candidates(std::string_view typed, const Vocabulary& vocabulary);

// Arabic spellings of a Latin name.
Candidates latin_candidates(std::string_view typed, const Vocabulary& vocabulary);

// Other spellings of the name that `letters` (folded) is, as letters; none when it is a common
// word.
std::vector<std::string> name_variants(std::string_view letters,
                                       const std::vector<store::NameIndex>& names);

}  // namespace fihris::searcher::words
