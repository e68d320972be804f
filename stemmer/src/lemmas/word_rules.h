// How a word that is not in the lemma table may be made of one that is.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lemmas/lemma_table.h"

namespace fihris::stemmer::lemmas {

struct RuleResult {
  std::string lemma;  // folded letters
  std::string core;   // the word found in the table, as spelled there
  std::size_t before = 0;
  std::size_t behind = 0;
  lemma_image::Source source = lemma_image::Source::kTable;
};

// The most credible way to take clitics and endings off `word` such that the table knows the rest
// and it is a more frequent word than `whole_frequency` (see LemmaEntry::frequency). Nothing when
// there is none.
std::optional<RuleResult> find_by_rules(std::string_view word, int whole_frequency,
                                        const LemmaTable& table);

// The endings known and what each rule costs, for the fingerprint.
std::string ending_table();

}  // namespace fihris::stemmer::lemmas
