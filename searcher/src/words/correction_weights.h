// Every number that decides what a word is corrected to. Costs are those of names.h and spelling.h:
// 100 is one wrong letter.
#pragma once

#include <array>
#include <cstddef>

#include "fihris/stemmer/names.h"

namespace fihris::searcher::words {

struct SpellingWeights {
  // What may differ in a word of so many letters; the last holds for all longer ones.
  static constexpr std::array<Cost, 9> kLimit = {0, 0, 0, 50, 100, 120, 120, 140, 200};
  static constexpr Cost kFirstLimit = 120;
  static constexpr Cost kLastLimit = kLimit.back();
  // What a word gains by being e times as frequent in the index, and in the language.
  static constexpr double kArticles = 6;
  static constexpr double kFrequency = 3;
  // A clitic of one letter was taken off first.
  static constexpr double kOneLetterClitic = 20;
  // Two words written as one: the second with its article, or not.
  static constexpr double kJoinedArticle = 70;
  static constexpr double kJoined = 110;
  static constexpr std::size_t kShortestPart = 3;  // letters
  static constexpr std::size_t kLongest = 30;      // a longer one is no word
};

// Chosen on two thirds of the pairs of bench/names.
struct LatinWeights {
  static constexpr Cost kLimit = 200;
  // What may differ for each Latin letter on average.
  static constexpr Cost kLimitPerLetter = 30;
  static constexpr double kArticles = 12;
  // A word of the language is less likely to be meant, a protected name more.
  static constexpr double kWord = 25;
  static constexpr double kCommon = 60;
  static constexpr double kName = -25;
  static constexpr std::size_t kShortest = 3;  // Latin letters
};

// Chosen likewise.
struct VariantWeights {
  static constexpr std::size_t kShortest = 4;  // letters
  static constexpr std::size_t kLongest = 30;
  static constexpr std::size_t kConsonants = 2;  // of the skeleton
  static constexpr Cost kLimit = 100;
  static constexpr Cost kLimitPerLetter = 22;
  static constexpr Cost kLimitOfNames = 50;  // of protected names: بوتين is not بوتان
  static constexpr Cost kLimitOfWords = 80;  // when the variant is a word of the language as well
  static constexpr double kArticles = 2;
  // How many there may be of a word, and of those that are this near.
  static constexpr std::size_t kMost = 2;
  static constexpr std::size_t kMostNear = 4;
  static constexpr double kNear = 30;
};

}  // namespace fihris::searcher::words
