// Outlines are the tokens of analyze() without their words.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "same_tokens.h"

namespace fihris {
namespace {

// Each text in one analyser twice, so that its words come from the cache the second time.
void expect_same(std::string_view text) {
  Analyzer analyzer;
  for (int time = 0; time < 2; ++time) {
    EXPECT_EQ(outlined(text, analyzer), analysed(text, analyzer)) << text;
  }
}

TEST(Outline, IsTheSameSequenceOfTheSameWords) {
  expect_same("وصلت الباخرة إلى الميناء. وأفرغ البحّارة حمولتها، ثم عادوا!");
}

TEST(Outline, HasMonthsAndTheirWords) {
  expect_same("في ديسمبر/ كانون الأول ٢٠٢٤ وفي شهر آب، و23/12/2024 والقرار رقم 12/2024");
  expect_same("وديسمبر");
  expect_same("مرّ ربيع الآخر، ثم عاد الأول إلى كانون");
}

TEST(Outline, HasCompoundsAndTheirParts) {
  expect_same("أصيب بكوفيد-19 و#غزة_الآن عبر والـBBC وأ.ف.ب وfoo@example.org");
}

TEST(Outline, HasAllWordsOfALigature) { expect_same("قال ﷺ للناس"); }

TEST(Outline, OfNothingIsNothing) {
  expect_same("");
  expect_same(" ،. \n");
}

TEST(Outline, AWordTooLongForTheCacheIsThere) {
  std::string word;
  for (int i = 0; i < 200; ++i) word += "ب";
  expect_same("قبل " + word + " بعد");
}

TEST(Outline, ALemmaHasOneIdHoweverItIsAskedFor) {
  Analyzer analyzer;
  EXPECT_EQ(analyzer.lemma_id(TokenKind::kArabic, "ميناء"), analyzer.lemma_id_bound());
  std::vector<LightToken> tokens;
  analyzer.outline("الميناء", tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(analyzer.lemma_id(TokenKind::kArabic, analyzer.lemma(tokens[0])), tokens[0].lemma_id);
}

}  // namespace
}  // namespace fihris
