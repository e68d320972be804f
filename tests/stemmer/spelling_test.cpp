// How far mistyped words are from those that were meant.
#include "fihris/stemmer/spelling.h"

#include <gtest/gtest.h>

#include "fihris/stemmer/letters.h"

namespace fihris::testing {
namespace {

Cost cost(std::string_view typed, std::string_view word) {
  return spelling_cost(to_letters(typed).value(), to_letters(word).value(), 1000);
}

TEST(SpellingCost, IsZeroForWhatTheSearchKeyFolds) {
  EXPECT_EQ(cost("الحكومه", "الحكومة"), 0U);
  EXPECT_EQ(cost("احمد", "أحمد"), 0U);
  EXPECT_EQ(cost("مصطفي", "مصطفى"), 0U);
}

TEST(SpellingCost, IsLessThanALetterForWhatIsOftenConfused) {
  const Cost letter = cost("كتاب", "كتار");
  EXPECT_EQ(letter, 100U);
  EXPECT_LT(cost("الضلام", "الظلام"), letter);  // U+0636 DAD, U+0638 ZAH
  EXPECT_LT(cost("صورة", "سورة"), letter);      // U+0635 SAD, U+0633 SEEN
  EXPECT_LT(cost("تاولة", "طاولة"), letter);    // U+062A TEH, U+0637 TAH
  EXPECT_LT(cost("زهب", "ذهب"), letter);        // U+0632 ZAIN, U+0630 THAL
  EXPECT_LT(cost("مسئول", "مسؤول"), letter);    // seats of the hamza
  EXPECT_LT(cost("قراة", "قراءة"), letter);
}

TEST(SpellingCost, CountsLettersNotBytes) {
  EXPECT_EQ(cost("مكتب", "مكتبخ"), 100U);
  EXPECT_EQ(cost("شبكة", "شبفة"), 100U);
}

TEST(SpellingCost, ForgivesSwappedAndDoubledLetters) {
  EXPECT_LT(cost("الانتخباات", "الانتخابات"), 150U);
  EXPECT_LT(cost("الرئسي", "الرئيس"), 100U);
  EXPECT_LT(cost("محممد", "محمد"), 100U);
}

TEST(SpellingCost, IsHighAboveTheLimitAndForWordsOfAnyLength) {
  EXPECT_GT(spelling_cost("slAm", "ktAb", 100), 100U);
  EXPECT_GT(spelling_cost(std::string(1000, 'k'), "k", 100), 100U);
  EXPECT_EQ(spelling_cost("", "", 100), 0U);
}

}  // namespace
}  // namespace fihris::testing
