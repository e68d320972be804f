// Which noun stands for its inflected relatives: singular for plural, masculine for feminine
// adjective.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "dictionary.h"
#include "lexicon_files.h"
#include "word_counts.h"

namespace fihris::lemma_tool {

class NounCanon {
 public:
  NounCanon(const Dictionary* dictionary, const Lexicon& lexicon, const WordCounts& counts);
  // `lemma` as spelled by the dictionary or printed; the result is folded.
  std::string of(const std::string& lemma) const;
  // The same for a reading of the dictionary, which also knows the line it comes from.
  std::string of(const Reading& reading) const;
  // Whether the lexicon lists irregular plurals of it: then it is a noun of its own, not the
  // feminine of another.
  bool has_listed_plural(const std::string& lemma) const;

 private:
  std::string singular_of(const std::string& lemma) const;
  void relate_neighbours();
  bool is_careless_nisba(const std::string& feminine) const;
  std::size_t relative_of(std::size_t index) const;
  bool is_feminine_of(const Stem& word, const Stem& other) const;
  bool is_plural_of(const Stem& word, const Stem& other, bool singular) const;
  std::uint64_t word_count(const std::string& folded) const;
  bool is_noun_of_its_own(const std::string& feminine) const;

  const Dictionary* dictionary_;
  const Lexicon& lexicon_;
  const WordCounts& counts_;
  std::unordered_map<std::size_t, std::size_t> relatives_;  // stem → its singular or masculine
  std::unordered_set<std::string> singulars_;  // dictionary nouns whose paradigms no plural has
};

}  // namespace fihris::lemma_tool
