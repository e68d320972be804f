// One word → norm and lemma, for every kind of token. Slow path of the analyser: its results are
// cached.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"
#include "lemmas/arabic_lemmatizer.h"
#include "lemmas/snowball.h"
#include "months/months.h"
#include "text/uthmani.h"

namespace fihris::stemmer {

struct AnalyzedWord {
  std::string norm;
  lemmas::ArabicLemma lemma;
  months::MonthRole month;
  bool also = false;  // another key of the word before it
};

class WordAnalyzer {
 public:
  explicit WordAnalyzer(const std::string& latin_language) : latin_(latin_language) {}
  // Usually one; several for a ligature of words or a word with several keys; never none unless
  // nothing but marks is left.
  std::vector<AnalyzedWord> analyze(std::string_view raw, TokenKind kind, bool acronym);

 private:
  static AnalyzedWord arabic(std::string_view printed, bool acronym);
  static void add_words(std::string_view printed, bool acronym, std::vector<AnalyzedWord>& words);
  static void add_spellings(const std::string& plain, text::TodaysSpellings today,
                            std::vector<AnalyzedWord>& words);
  AnalyzedWord other(std::string_view raw, TokenKind kind);
  lemmas::LatinStemmer latin_;
};

}  // namespace fihris::stemmer
