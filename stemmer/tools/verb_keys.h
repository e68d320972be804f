// Under which lemma a verb is filed.
#pragma once

#include <string>
#include <unordered_map>

#include "dictionary.h"
#include "word_counts.h"

namespace fihris::lemma_tool {

// Verbs go by their past tense, folded. Of two whose past tenses fold to the same letters (بدأ,
// بدا) the rarer goes by its present tense (يبدو), if that differs.
class VerbKeys {
 public:
  // `dictionary` may be null: then every verb goes by its past.
  VerbKeys(const Dictionary* dictionary, const WordCounts& counts);
  // `past` as the dictionary or the lexicon spells it.
  std::string of(const std::string& past) const;
  // Whether two past tenses that fold to the same letters are those of different verbs.
  bool differ(const std::string& past, const std::string& other) const;

 private:
  std::unordered_map<std::string, std::string> by_present_;  // past, not folded → present, folded
};

}  // namespace fihris::lemma_tool
