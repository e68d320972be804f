// The hand-written lists of stemmer/lexicon (*.txt, UTF-8, "#" begins a comment), in letters.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace fihris::lemma_tool {

// Keys and values are folded, except for the two lists of function words, the keys of `printed` and
// the values of `exceptions`.
struct Lexicon {
  std::map<std::string, std::string> plurals;     // irregular plural → singular
  std::set<std::string> singulars;                // with irregular plurals
  std::map<std::string, std::string> names;       // name or variant → canonical name
  std::map<std::string, std::string> nisbas;      // أكراد → كردي
  std::map<std::string, std::string> origins;     // فلسطيني → فلسطين
  std::map<std::string, std::string> variants;    // spelling → usual spelling
  std::map<std::string, std::string> exceptions;  // form → lemma, whatever its printed spelling
  std::set<std::string> verbs;                    // past tenses among the lemmas of exceptions
  std::map<std::string, std::string> printed;     // printed spelling → lemma
  std::set<std::string> stop_words;
  std::set<std::string> folded_stop_words;
  std::set<std::string> not_stop_words;  // only look like one with something before or behind it
};

// A list that is missing is empty. Throws std::runtime_error with file and line for a malformed
// line.
Lexicon read_lexicon(const std::filesystem::path& directory);

}  // namespace fihris::lemma_tool
