// Which words share a lemma and which must not: the promises of docs/lemmatizer.md.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "arabic_lemmatizer.h"
#include "lemma_table.h"

namespace fihris {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string lemma(const std::string& printed) { return lemmatize_arabic(printed).lemma; }

void expect_same(const Pairs& pairs) {
  for (const auto& [a, b] : pairs) EXPECT_EQ(lemma(a), lemma(b)) << a << " / " << b;
}

void expect_different(const Pairs& pairs) {
  for (const auto& [a, b] : pairs) EXPECT_NE(lemma(a), lemma(b)) << a << " / " << b;
}

TEST(ArabicLemmatizer, JoinsInflectedFormsOfNouns) {
  expect_same({{"وزير", "والوزراء"},
               {"سيارة", "سيارات"},
               {"دولة", "الدول"},
               {"مسؤول", "المسؤولين"},
               {"حكومة", "للحكومات"},
               {"رئيس", "رؤساء"},
               {"قاعدة", "القواعد"},
               {"كتاب", "بالكتاب"}});
}

TEST(ArabicLemmatizer, GivesCarelessSpellingTheLemmaOfTheCarefulOne) {
  expect_same({{"احمد", "أحمد"},
               {"مدرسه", "مدرسة"},
               {"الدورى", "الدوري"},
               {"الحكومه", "الحكومة"},
               {"مسئول", "مسؤول"},
               {"ادارة", "إدارة"}});
}

TEST(ArabicLemmatizer, KeepsLettersThatOnlyLookLikeClitics) {
  expect_different({{"فهم", "هم"},
                    {"والي", "إلي"},
                    {"عمان", "عم"},
                    {"إيران", "إير"},
                    {"قانون", "قاني"},
                    {"بطاطس", "طاطس"},
                    {"والدة", "هده"},
                    {"لبنان", "لبن"},
                    {"لاروس", "الروسي"}});
}

TEST(ArabicLemmatizer, DoesNotJoinByRoot) {
  expect_different({{"محمد", "أحمد"}, {"محمد", "حمود"}, {"ما", "ماء"}, {"كتاب", "مكتبة"}});
}

TEST(ArabicLemmatizer, JoinsPeopleWithTheirCountryAndSpellingsOfNames) {
  expect_same({{"فلسطيني", "فلسطين"},
               {"الفلسطينية", "فلسطين"},
               {"سورية", "سوريا"},
               {"جوتيريس", "غوتيريش"}});
}

TEST(ArabicLemmatizer, LeavesNamesWholeUnderProclitics) {
  for (const char* word : {"لبنان", "ولبنان", "بلبنان", "للبنان"})
    EXPECT_EQ(lemma(word), "لبنان") << word;
  EXPECT_EQ(lemma("وبوتين"), "بوتين");
  EXPECT_EQ(lemma("بريطانيا"), "بريطانيا");
}

TEST(ArabicLemmatizer, MarksFunctionWordsAlsoBehindAConjunction) {
  for (const char* word : {"في", "وفي", "الذي", "والذي", "إلى"})
    EXPECT_TRUE(lemmatize_arabic(word).stop) << word;
  for (const char* word : {"فهم", "وزير", "علم"}) EXPECT_FALSE(lemmatize_arabic(word).stop) << word;
}

TEST(ArabicLemmatizer, ReportsCliticsOutermostFirst) {
  const ArabicLemma result = lemmatize_arabic("وبالمدرسة");
  EXPECT_EQ(result.clitics, (std::vector<std::string>{"و", "ب", "ال"}));
  EXPECT_EQ(result.core, "مدرسه");
}

TEST(ArabicLemmatizer, FindsWordsUnseenByTheTableThroughTheirParts) {
  const ArabicLemma result = lemmatize_arabic("فبالوزارات");
  EXPECT_EQ(result.lemma, lemma("وزارة"));
}

TEST(ArabicLemmatizer, JoinsFormsOfAVerbWhereTheDictionaryIsThere) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  expect_same({{"يقول", "وقالت"}, {"استخدم", "يستخدمون"}, {"يعلن", "أعلنت"}});
  expect_different({{"يقتل", "القتل"}, {"أصدر", "صدرت"}});
}

}  // namespace
}  // namespace fihris
