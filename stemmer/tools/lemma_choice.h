// Chooses one reading for every counted word by expectation maximisation: words are produced by
// choosing a lemma, proclitics and an ending independently; the probabilities of each are learned
// from the counts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "candidates.h"

namespace fihris::lemma_tool {

struct ChoiceOptions {
  int rounds = 12;
  double alef_edit = 0.1;       // factor per alef with another hamza than the dictionary spells
  double edit = 0.05;           // factor per other letter printed otherwise
  double rarity = 0.3;          // factor per degree of Reading::rarity
  double rule = 0.0001;         // factor for readings without the dictionary
  double function_word = 0.01;  // factor for the dictionary's uninflected words
  double name = 100;            // factor for names of the lexicon
  double exception = 30;        // factor for the list of exceptions
  double listed = 2;            // factor for nouns of the list of plurals
  double smoothing = 0.01;      // added to the expected count of every lemma
  double discount =
      0.5;  // taken from the expected count of every lemma: lemmas of a single word lose most
  double count_power = 0.35;  // counts enter as count^power
};

struct ReadWord {
  std::string letters;
  std::uint64_t count = 0;
  std::vector<Candidate> candidates;
};

// For each word the index of the chosen candidate (0 when it has none).
std::vector<std::size_t> choose(const std::vector<ReadWord>& words, const ChoiceOptions& options);

}  // namespace fihris::lemma_tool
