// The closed classes with everything that may stand before and behind them: وإنه, بأولئك, فعليهم.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "lexicon_files.h"

namespace fihris::lemma_tool {

struct FunctionWord {
  std::string lemma;  // folded: of the word without conjunction, preposition and pronoun
  unsigned letters_before = 0;
  unsigned letters_behind = 0;
};

// Form as printed → what it is, for every word of `lexicon.stop_words`, what pronouns and the
// prepositions ب ل ك make of them, and all of these behind و and ف. Which words take pronouns and
// prepositions is read off the list itself: one listed form allows all. Words of
// `lexicon.not_stop_words` are left out, unless the list of function words has them, too.
std::map<std::string, FunctionWord> function_words(const Lexicon& lexicon);

}  // namespace fihris::lemma_tool
