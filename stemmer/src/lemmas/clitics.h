// Ways to take clitics off an Arabic word. All strings are letters (letters.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::stemmer::lemmas {

struct CliticSplit {
  std::string core;        // repaired: كتابت+ها → كتابة, للجنة → لجنة
  std::size_t before = 0;  // letters of proclitics
  std::size_t behind = 0;  // letters of the enclitic pronoun
  bool article = false;    // ال or لل was among the proclitics
  bool future = false;     // س was: the core can only be a present tense
};

// Every split of `word` into proclitics, a core of at least two letters and perhaps a pronoun, the
// whole word first. One-letter proclitics without article and pronouns leave at least three
// letters. Bounded: < 200 splits.
std::vector<CliticSplit> clitic_splits(std::string_view word);

// The clitics known, for the fingerprint.
std::string clitic_table();

// Proclitic letters one clitic each, outermost first: "wbAl" → "w", "b", "Al".
std::vector<std::string> separate_proclitics(std::string_view letters);

}  // namespace fihris::stemmer::lemmas
