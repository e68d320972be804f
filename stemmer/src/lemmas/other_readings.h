// What a printed form may be besides what the lemma table says of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lemmas/lemma_table.h"

namespace fihris::stemmer::lemmas {

// The entry of `word` (letters, as printed) under the careless spellings of print: the seat of a
// hamza inside the word or at its end, a bare alef for one with hamza, letters folded. Only for a
// word the table does not have as printed. May have no lemma: counted only.
std::optional<LemmaEntry> find_careless(std::string_view word, const LemmaTable& table);

// The lemma of the verb that a noun's form may be the past tense of: يقتل for قتل, which is
// "killing" and "he killed". `entry`: what the table says of `word`. Empty for nearly all words.
std::string_view verb_beside_noun(std::string_view word, const LemmaEntry& entry,
                                  const LemmaTable& table);

// Persian and Urdu letters as the Arabic ones that print them where they are missing.
std::string plain_letters(std::string_view word);

}  // namespace fihris::stemmer::lemmas
