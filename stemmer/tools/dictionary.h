// The hunspell dictionary of Arabic (Debian hunspell-ar: ar.dic, ar.aff), read for analysis rather
// than for spelling: which stems and affixes a word may be made of, with hamza seats, ta marbuta
// and alef maqsura read loosely.
#pragma once

#include <bitset>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fihris::lemma_tool {

enum class WordClass : unsigned char { kNoun, kVerb };

using FlagSet = std::bitset<256>;

// A line of ar.dic in letters (src/text/letters.h). Lines keep the dictionary's order: words of one
// root stand together.
struct Stem {
  std::string letters;
  std::string verb;  // the past tense 3rd person singular this form belongs to; empty for nouns
  bool imperative = false;  // nothing but an imperative
  FlagSet flags;
};

// One way to read a word.
struct Reading {
  WordClass word_class = WordClass::kNoun;
  std::string
      lemma;  // as the dictionary spells it: singular noun, masculine nisba, past tense of a verb
  std::size_t stem = 0;     // the line of ar.dic, an index into Dictionary::stems()
  std::string_view before;  // prefix letters, folded
  std::string_view behind;  // suffix letters, folded
  char paradigm =
      ' ';  // first letter of the suffix flag: A singular … H ات plural, L nisba; ' ' none
  std::size_t pronoun = 0;  // letters of the pronoun at the end
  int alef_edits = 0;       // alefs printed with another hamza than the dictionary spells
  int edits = 0;            // other letters printed otherwise
  int rarity = 0;  // 1: imperative or shortened present of a hollow verb (يرد of أراد); 2: of a
                   // final-weak one
};

class Dictionary {
 public:
  // Throws std::runtime_error for files that cannot be read.
  Dictionary(const std::filesystem::path& aff, const std::filesystem::path& dic);

  // `word` in letters, as printed.
  std::vector<Reading> read(std::string_view word) const;
  const std::vector<Stem>& stems() const { return stems_; }
  // The paradigms a stem takes: first letters of its suffix flags, sorted, each once.
  std::string paradigms(const Stem& stem) const;

 private:
  struct Condition {
    std::vector<std::pair<std::string, bool>> sets;  // letters of one place, negated
    bool fits_end(std::string_view stem) const;
    bool fits_begin(std::string_view stem) const;
  };
  struct Rule {
    int flag = 0;
    std::string strip, add;
    Condition condition;
    FlagSet next;
  };
  // A suffix, perhaps with a pronoun behind it.
  struct Ending {
    int flag = -1;
    std::string strip, add, lemma_add;
    std::size_t pronoun = 0;
    Condition condition;
    FlagSet prefixes;
  };

  void read_aff(const std::filesystem::path& path);
  void read_dic(const std::filesystem::path& path);
  void read_rule(const std::vector<std::string>& fields);
  void compose_endings();
  void add_ending(const Rule& rule, const Rule* pronoun);
  FlagSet parse_flags(const std::string& text) const;
  int flag_index(std::string_view flag) const;
  void read_with(std::string_view word, const Rule* prefix, std::vector<Reading>& readings) const;
  static bool may_take(const Stem& stem, const Rule* prefix, const Ending& ending);
  static std::string spelling(const std::string& word, const Rule* prefix);
  void match(std::string_view word, const Rule* prefix, const Ending& ending,
             std::string_view middle, std::vector<Reading>& readings) const;

  struct Morphology {
    std::string verb;
    bool imperative = false;
  };
  static Morphology parse_morphology(const std::vector<std::string>& fields);

  std::vector<std::string> flag_names_;
  std::vector<FlagSet> flag_aliases_;
  std::vector<Morphology> morphology_aliases_;
  std::vector<Rule> prefixes_, suffixes_;
  std::unordered_map<std::string, std::vector<Ending>> endings_;        // by folded letters
  std::unordered_map<std::string, std::vector<const Rule*>> openings_;  // by folded letters
  std::vector<Stem> stems_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_letters_;  // folded letters → stems
};

}  // namespace fihris::lemma_tool
