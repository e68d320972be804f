// All the ways a counted word may be read: dictionary readings, clitic splits of our own and names,
// each with the lemma it would be filed under.
#pragma once

#include <string>
#include <vector>

#include "dictionary.h"
#include "lexicon_files.h"
#include "noun_canon.h"
#include "verb_keys.h"
#include "word_counts.h"

namespace fihris::lemma_tool {

struct Candidate {
  std::string lemma;  // folded; verbs as VerbKeys names them
  WordClass word_class = WordClass::kNoun;
  std::string before;   // proclitic letters
  std::string pattern;  // where the reading comes from and its ending, e.g. "NH+At", "R+p"
  int alef_edits = 0;   // see Reading
  int edits = 0;
  int rarity = 0;
  unsigned letters_before = 0;
  unsigned letters_behind = 0;
};

// Adds a candidate unless the same reading is there already; of two, the one with fewer edits
// stays.
void add_unique(Candidate candidate, std::vector<Candidate>& out);

class CandidateFinder {
 public:
  // `dictionary` may be null. All must outlive the finder.
  CandidateFinder(const Dictionary* dictionary, const Lexicon& lexicon, const NounCanon& canon,
                  const WordCounts& counts);
  std::vector<Candidate> find(const std::string& word) const;
  const VerbKeys& verb_keys() const { return verb_keys_; }

 private:
  void add_dictionary(const std::string& word, std::vector<Candidate>& out) const;
  void add_names(const std::string& word, std::vector<Candidate>& out) const;
  void add_listed_nouns(const std::string& word, std::vector<Candidate>& out) const;
  void prefer_whole_noun(const std::string& word, std::vector<Candidate>& out) const;
  bool stands_only_behind(const std::string& word, std::size_t before,
                          const std::string& lemma) const;
  bool is_nisba(const std::string& word, std::size_t before) const;
  void add_exceptions(const std::string& word, std::vector<Candidate>& out) const;

  const Dictionary* dictionary_;
  const Lexicon& lexicon_;
  const NounCanon& canon_;
  const WordCounts& counts_;
  VerbKeys verb_keys_;
};

}  // namespace fihris::lemma_tool
