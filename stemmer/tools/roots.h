// Chooses a root for each lemma by expectation maximisation: a word is formed by choosing a root
// and a pattern independently; what many words share is believed.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace fihris::lemma_tool {

struct RootedWord {
  std::string lemma;
  std::vector<std::string> spellings;  // careful ones; of a verb its past and its present
  bool verb = false;
  bool counted = false;  // occurs in the archive, not in the dictionary alone
};

struct RootOptions {
  int rounds = 10;
  double discount = 0.7;      // taken from every root's count: a root of one word loses most
  double least_share = 0.75;  // of the chosen root among all roots of the word
  double least_words = 1.5;   // of a root
};

// Lemma → root, for lemmas whose root is sure. Radicals are letters; a hamza is U+0621.
std::map<std::string, std::string> choose_roots(const std::vector<RootedWord>& words,
                                                const RootOptions& options);

}  // namespace fihris::lemma_tool
