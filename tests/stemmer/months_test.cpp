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

TEST(Months, OfTwoWordsAreHijriOnesInEverySpelling) {
  EXPECT_EQ(months("ربيع الأول"), "h03");
  EXPECT_EQ(months("ربيع الآخر ثم ربيع الثاني"), "h04|h04");
  EXPECT_EQ(months("جمادى الأولى أو جمادي الأول"), "h05|h05");
  EXPECT_EQ(months("جمادى الآخرة أو جمادى الثانية"), "h06|h06");
  EXPECT_EQ(months("من ذي القعدة إلى ذو القعدة ثم ذوالقعدة"), "h11|h11|h11");
  EXPECT_EQ(months("بذي الحجّة"), "h12");
  EXPECT_EQ(surfaces("في ربيع الآخر"), "في|ربيع الآخر(ربيع)(الآخر)");
}

TEST(Months, OfTheHijriCalendarStayWordsWhereTheyAreWords) {
  EXPECT_EQ(months("رمضان ورجب وصفر"), "");
  EXPECT_EQ(months("الربيع الأول بعد الحرب"), "");
  EXPECT_EQ(months("ربيع آخر للحريات"), "");
  EXPECT_EQ(months("كانون الآخر"), "");
  EXPECT_EQ(months("ذو العقل وذي القدرة"), "");
}

// The sequence around a date: number, month, number.
TEST(MonthsInFigures, AreTheSameAsTheirNames) {
  EXPECT_EQ(months("2024-12"), "m12");
  EXPECT_EQ(months("12/2024"), "m12");
  EXPECT_EQ(months("2024-12-23"), "m12");
  EXPECT_EQ(months("23/12/2024"), "m12");
  EXPECT_EQ(months("٢٣/١٢/٢٠٢٤"), "m12");
  EXPECT_EQ(months("۲۰۲۴/۱۲/۲۳"), "m12");
  EXPECT_EQ(months("في 3-4-2025."), "m04");
  EXPECT_EQ(months("23.12.2024"), "m12");
  EXPECT_EQ(months("(2024.01.02)"), "m01");
  EXPECT_EQ(months("23\u200F/12\u200F/2024"), "m12");
  EXPECT_EQ(months("23/12/2024م والموافق23/12/2024"), "m12|m12");
  EXPECT_EQ(months("بـ2024-12"), "m12");
}

TEST(MonthsInFigures, StandAfterTheDayWhereOnlyTheOrderTells) {
  EXPECT_EQ(months("5/4/2024"), "m04");
  EXPECT_EQ(months("12/23/2024"), "m12");
  EXPECT_EQ(months("2024/23/12"), "m12");
}

TEST(MonthsInFigures, LeaveTheNumberAndTheWholeFindable) {
  EXPECT_EQ(surfaces("يوم 23/12/2024 فقط"), "يوم|23(23/12/2024)|12(12)|2024|فقط");
  EXPECT_EQ(surfaces("2024.12.23"), "2024(2024.12.23)|12(12)|23");
  EXPECT_EQ(norms("2024-12-23"), "2024|12|23");
}

TEST(MonthsInFigures, MayHaveATimeBehindThem) {
  EXPECT_EQ(months("2024-12-08T10:00:00Z"), "m12");
  EXPECT_EQ(months("وقت 2024-12-08t10:00:00.123+03:00"), "m12");
  EXPECT_EQ(surfaces("2024-12-08T10:30Z"), "2024(2024-12-08T10:30Z)|12(12)|08|T|10|30|Z");
  EXPECT_EQ(months("2024-12-08TV"), "");
  EXPECT_EQ(months("2024-12T10"), "");
}

TEST(MonthsInFigures, JoinTheNamePrintedBesideThem) {
  EXPECT_EQ(surfaces("8/2024 (آب)"), "8(8)(8/2024)|2024|آب(آب)");
  EXPECT_EQ(months("كانون 2/2024"), "m01");
}

TEST(MonthsInFigures, AreNoOtherNumbersWithTheSameSigns) {
  for (const char* text : {"3-2",
                           "2020-2024",
                           "2024-25",
                           "2024-13",
                           "23/13/2024",
                           "31/2/2024",
                           "0/2024",
                           "192.168.1.1",
                           "1.2.2024.5",
                           "2024.12",
                           "12.2024",
                           "2024.1.2",
                           "v2024-12-23",
                           "23-12/2024",
                           "12–2024",
                           "0123-12-2024",
                           "050-12-2024-11",
                           "12/24",
                           "23/12/24",
                           "موسم 2010/11",
                           "2024/12/23/9",
                           "القرار رقم 12/2024",
                           "برقم 23/12/2024",
                           "12 2024",
                           "COVID-12-2024",
                           "10:12:2024"}) {
    EXPECT_EQ(months(text), "") << text;
  }
}

TEST(MonthsInFigures, AreUnknownInYearsThatMayBeHijri) {
  EXPECT_EQ(months("15/9/1446هـ"), "");
  EXPECT_EQ(months("1446-09"), "");
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
