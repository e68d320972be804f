// Skeletons and costs of names, in Arabic and in Latin letters.
#include "fihris/stemmer/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/lexicon.h"

namespace fihris::testing {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Not;
using ::testing::SizeIs;

std::string letters(std::string_view utf8) { return fold_letters(to_letters(utf8).value()); }

std::string skeleton(std::string_view utf8) { return name_skeleton(letters(utf8)); }

Cost between(std::string_view a, std::string_view b) {
  return name_cost(letters(a), letters(b), 1000);
}

Cost spelled(std::string_view latin, std::string_view arabic) {
  return LatinName(latin_letters(latin)).cost(letters(arabic), 1000);
}

TEST(NameSkeleton, IsTheSameForSpellingsOfOneName) {
  EXPECT_EQ(skeleton("غوتيريش"), skeleton("جوتيريس"));
  EXPECT_EQ(skeleton("بيلوسوف"), skeleton("بيلاوسوف"));
  EXPECT_EQ(skeleton("طوني"), skeleton("توني"));
  EXPECT_NE(skeleton("غوتيريش"), skeleton("غوتيران"));
}

TEST(NameSkeleton, LeavesVowelsAndWeakConsonantsOut) {
  EXPECT_EQ(skeleton("هايدي"), "D");
  EXPECT_EQ(skeleton("أوعي"), "");
}

TEST(NearSkeletons, HaveOneConsonantMoreOrLess) {
  const std::vector<std::string> near = near_skeletons("RN");
  EXPECT_THAT(near, IsSupersetOf({"RN", "R", "RDN", "RNT"}));
  // They begin alike: what has a letter more at the front is another word with a preposition.
  for (const char* other : {"NR", "N", "SRN"}) EXPECT_THAT(near, Not(Contains(other)));
}

TEST(NameCost, IsLowForSpellingsAndHighForOtherNames) {
  EXPECT_LT(between("غوغل", "جوجل"), 50U);
  EXPECT_LT(between("فيلكس", "فيليكس"), 50U);
  EXPECT_GE(between("لافروف", "بتروف"), 150U);
  EXPECT_GE(between("مارينا", "مارينو"), 80U);  // another last vowel is mostly another name
}

TEST(NameCost, IsZeroForTheSameAndEqualBothWays) {
  EXPECT_EQ(between("شولتس", "شولتس"), 0U);
  EXPECT_EQ(between("شولتس", "شولتز"), between("شولتز", "شولتس"));
}

TEST(LatinLetters, AreThoseOfAName) {
  EXPECT_EQ(latin_letters("Müller"), "muller");
  EXPECT_EQ(latin_letters("Çalhanoğlu"), "calhanoglu");
  EXPECT_EQ(latin_letters("al-Assad"), "alassad");
  EXPECT_EQ(latin_letters("7amas"), "7amas");
  EXPECT_EQ(latin_letters("2024"), "");
  EXPECT_EQ(latin_letters("حماس"), "");
  EXPECT_EQ(latin_letters("a+b"), "");
}

TEST(LatinName, CostsNothingInItsUsualSpelling) {
  EXPECT_LT(spelled("Lavrov", "لافروف"), 20U);
  EXPECT_LT(spelled("Putin", "بوتين"), 40U);
  EXPECT_LT(spelled("Shakespeare", "شكسبير"), 120U);
  EXPECT_LT(spelled("7amas", "حماس"), 60U);
  EXPECT_LT(spelled("3omar", "عمر"), 120U);
}

TEST(LatinName, CostsMoreInOtherNames) {
  EXPECT_LT(spelled("Lavrov", "لافروف"), spelled("Lavrov", "لابروف"));
  EXPECT_LT(spelled("Merkel", "ميركل"), spelled("Merkel", "ماركيل"));
  EXPECT_GT(spelled("Merkel", "ترامب"), 300U);
}

TEST(LatinName, HasASkeletonForEachReadingOfALetter) {
  const std::vector<std::string> readings = LatinName("cerny").skeletons();
  EXPECT_THAT(readings, IsSupersetOf({skeleton("سيرني"), skeleton("كيرني"), skeleton("تشيرني")}));
}

TEST(LatinName, BoundsItsSkeletons) {
  EXPECT_THAT(LatinName(std::string(200, 'c')).skeletons(), SizeIs(::testing::Le(64U)));
}

TEST(LatinName, TakesWordsOfAnyLength) {
  const LatinName longest(std::string(500, 'a'));
  EXPECT_GT(longest.cost("AAAA", 200), 200U);
  EXPECT_GT(LatinName("ali").cost(std::string(500, 'A'), 200), 200U);
  EXPECT_GT(name_cost(std::string(500, 'A'), "A", 200), 200U);
}

TEST(Familiarity, TellsWordsFromNames) {
  EXPECT_EQ(familiarity(letters("مدرسة")), Familiarity::kWord);
  EXPECT_EQ(familiarity(letters("فرنسا")), Familiarity::kName);
  EXPECT_EQ(familiarity(letters("زغردوفسكي")), Familiarity::kUnknown);
  EXPECT_EQ(familiarity(letters("الذي")), Familiarity::kCommon);
}

TEST(Lexicon, FindsAWordUnderItsLemma) {
  ASSERT_TRUE(find_in_lexicon(letters("الذي")));
  EXPECT_TRUE(find_in_lexicon(letters("الذي"))->stop);
  ASSERT_TRUE(find_in_lexicon(to_letters("مدارس").value()));
  EXPECT_EQ(find_in_lexicon(to_letters("مدارس").value())->lemma, letters("مدرسة"));
  EXPECT_FALSE(find_in_lexicon(letters("زغردوفسكي")));
}

}  // namespace
}  // namespace fihris::testing
