// Month names of every system are one token, and the same one.
#include <gtest/gtest.h>

#include "printed.h"

namespace fihris::testing {
namespace {

std::string months(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::string out;
  for (const Token& t : tokens) {
    if (t.kind == TokenKind::kMonth) out += (out.empty() ? "" : "|") + std::string(t.lemma);
  }
  return out;
}

TEST(Months, OfAllSystemsAreTheSame) {
  EXPECT_EQ(months("يوليو"), "m07");
  EXPECT_EQ(months("تموز"), "m07");
  EXPECT_EQ(months("جويلية"), "m07");
  EXPECT_EQ(months("يوليوز"), "m07");
  EXPECT_EQ(months("كانون الأول"), "m12");
  EXPECT_EQ(months("دجنبر"), "m12");
  EXPECT_EQ(months("كانون الثاني"), "m01");
  EXPECT_EQ(months("تشرين الأول ثم تشرين الثاني"), "m10|m11");
  EXPECT_EQ(months("كانون 2"), "m01");
  EXPECT_EQ(months("وديسمبر بيوليو"), "m12|m07");
}

TEST(Months, PrintedInPairsAreOneToken) {
  EXPECT_EQ(surfaces("في ديسمبر/ كانون الأول 2024"),
            "في|ديسمبر/ كانون الأول(ديسمبر)(كانون)(الأول)|2024");
  EXPECT_EQ(months("١٥ أكتوبر / تشرين الأول الماضي"), "m10");
  EXPECT_EQ(months("يوليو (تموز) 2025"), "m07");
}

TEST(Months, PairsPrintedWrongAreBoth) {
  EXPECT_EQ(months("8 ديسمبر/ كانون الثاني 2024"), "m12|m01");
}

TEST(Months, NamesThatAreAlsoWordsNeedContext) {
  EXPECT_EQ(months("تيريزا ماي تستقيل"), "");
  EXPECT_EQ(months("في 12 ماي 2019"), "m05");
  EXPECT_EQ(months("أب الفتاة"), "");
  EXPECT_EQ(months("في ٣ آب الماضي"), "m08");
  EXPECT_EQ(months("سيارة نيسان جديدة"), "");
  EXPECT_EQ(months("خلال شهر نيسان"), "m04");
  EXPECT_EQ(months("قانون الأول"), "");
}

TEST(Months, KeepTheSequenceDense) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze("سقط في ديسمبر/كانون الأول 2024 النظام", tokens);
  std::uint32_t expected = 0;
  for (const Token& t : tokens) {
    if (!t.in_sequence) continue;
    EXPECT_EQ(t.position, expected++);
  }
  EXPECT_EQ(expected, 5U);
}

}  // namespace
}  // namespace fihris::testing
