// Spellings of the Quran and of fully vocalised classical texts, read as they are spelled today.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::stemmer::text {

// What `raw`, a word with its marks, may be in today's spelling, the likeliest first, each as
// printed_arabic() gives words; a space where it is written apart today (U+064A U+064E U+0670
// before a noun is the word U+064A U+0627). Empty for a word that can be read in one way only:
// nearly all. Not included: what is left of it once its marks are dropped.
struct TodaysSpellings {
  std::vector<std::string> sure;    // the marks ask for them, if they make a word
  std::vector<std::string> unsure;  // the marks allow them
};
TodaysSpellings todays_spellings(std::string_view raw);

}  // namespace fihris::stemmer::text
