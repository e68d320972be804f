// Which words of a text are marked.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked.h"
#include "wanted_words.h"

namespace fihris::testing {
namespace {

std::string marks_of(std::string_view text, const std::vector<Wanted>& wanted) {
  Analyzer analyzer;
  return marked(text, find_marks(text, wanted, analyzer));
}

TEST(Marks, CoverAWordWithItsCliticsAndVowelSigns) {
  EXPECT_EQ(marks_of("افتتح الوزيرُ المستشفى", words_wanted("وزير")), "الوزيرُ");
  EXPECT_EQ(marks_of("سلّموا للوزير رسالة وعاد وزيرٌ آخر", words_wanted("وزير")), "للوزير|وزيرٌ");
  EXPECT_EQ(marks_of("في ســـوريا اليوم", words_wanted("سوريا")), "ســـوريا");
}

TEST(Marks, CoverAllFormsOfALemma) {
  EXPECT_EQ(marks_of("اجتمع الوزراء ثم غادر وزير الصحة", words_wanted("وزير")), "الوزراء|وزير");
}

TEST(Marks, LeaveOtherWordsAlone) {
  EXPECT_EQ(marks_of("كوب لبن بارد في بيروت", words_wanted("لبنان")), "");
}

TEST(Marks, CoverAPhraseAsOne) {
  const std::vector<Wanted> phrase = {phrase_wanted("وزير الصحة")};
  EXPECT_EQ(marks_of("نفى وزير المالية أن وزير الصحة استقال", phrase), "وزير الصحة");
  EXPECT_EQ(marks_of("الصحة وزير", phrase), "");
  EXPECT_EQ(marks_of("وزيرُ الصِّحّةِ، ووزير الصحة", phrase), "وزيرُ الصِّحّةِ|ووزير الصحة");
}

TEST(Marks, CoverNearWordsOneByOne) {
  const std::vector<Wanted> near = {phrase_wanted("البرلمان الميزانية", 3)};
  EXPECT_EQ(marks_of("ناقش البرلمان أمس مشروع الميزانية", near), "البرلمان|الميزانية");
  EXPECT_EQ(marks_of("الميزانية أقرها البرلمان", near), "الميزانية|البرلمان");
  EXPECT_EQ(marks_of("ناقش البرلمان أمس مساء مشروع قانون الميزانية", near), "");
  EXPECT_EQ(marks_of("البرلمان الميزانية", near), "البرلمان الميزانية");
}

TEST(Marks, NearnessCountsAWordAskedForTwice) {
  const std::vector<Wanted> near = {phrase_wanted("يوم بعد يوم", 2)};
  EXPECT_EQ(marks_of("جاء بعد يوم واحد", near), "");
  EXPECT_EQ(marks_of("يتحسن يوما بعد يوم", near), "يوما بعد يوم");
}

TEST(Marks, CoverAMonthOfAnotherCalendarWhole) {
  EXPECT_EQ(marks_of("منذ تشرين الثاني الماضي", words_wanted("نوفمبر")), "تشرين الثاني");
  EXPECT_EQ(marks_of("منذ نوفمبر/ تشرين الثاني 2024", words_wanted("نوفمبر")),
            "نوفمبر/ تشرين الثاني");
}

TEST(Marks, CoverThePartOfACompoundThatWasAskedFor) {
  EXPECT_EQ(marks_of("لقاح كوفيد-19 الجديد", words_wanted("كوفيد")), "كوفيد");
  EXPECT_EQ(marks_of("قال مراسل الـBBC إن", words_wanted("BBC")), "الـBBC");
}

TEST(Marks, AreDisjointWhenWholeAndPartsMatch) {
  std::vector<Wanted> wanted = words_wanted("كوفيد 19");
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze("كوفيد-19", tokens);
  for (const Token& token : tokens) {
    if (!token.in_sequence)
      wanted.emplace_back().tokens.push_back({token.kind, std::string(token.lemma), {}});
  }
  ASSERT_EQ(wanted.size(), 3U);
  EXPECT_EQ(marks_of("لقاح كوفيد-19 الجديد", wanted), "كوفيد-19");
}

TEST(Marks, HonourTheFormAskedFor) {
  std::vector<Wanted> wanted = words_wanted("وزير");
  wanted[0].tokens[0].norm = "وزير";
  EXPECT_EQ(marks_of("الوزير ووزير ووزراء وزيرٌ", wanted), "وزيرٌ");
}

TEST(Marks, HonourABeginning) {
  Wanted wanted;
  wanted.prefix = true;
  wanted.tokens.push_back({TokenKind::kArabic, "استثم", {}});
  EXPECT_EQ(marks_of("استثمارات جديدة ومستثمر واحد", {wanted}), "استثمارات");
}

TEST(Marks, EndAfterTheSignsOnTheLastLetter) {
  const std::string text = "كتابٌ\u0655\u0670 قديم";
  EXPECT_EQ(marks_of(text, words_wanted("كتاب")), "كتابٌ\u0655\u0670");
}

TEST(Marks, SurviveBrokenBytes) {
  EXPECT_EQ(marks_of("\xFF\xD8 نفط \xC3", words_wanted("نفط")), "نفط");
  EXPECT_EQ(marks_of("", words_wanted("نفط")), "");
  EXPECT_EQ(marks_of("نفط", {}), "");
  EXPECT_EQ(marks_of("نفط", {Wanted{}}), "");
}

}  // namespace
}  // namespace fihris::testing
