// What is read as a date, a month, a year or a stretch of time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query_text.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;

struct DateCase {
  const char* query;
  const char* tree;
};

TEST(QueryDates, AreReadInManyForms) {
  const std::vector<DateCase> cases = {
      {"date:2025", "date(2025-01-01..2025-12-31)"},
      {"date:2025-07", "date(2025-07-01..2025-07-31)"},
      {"date:2024-02", "date(2024-02-01..2024-02-29)"},
      {"date:2025-07-23", "date(2025-07-23..2025-07-23)"},
      {"date:20250723", "date(2025-07-23..2025-07-23)"},
      {"date:23/7/2025", "date(2025-07-23..2025-07-23)"},
      {"date:07-2025", "date(2025-07-01..2025-07-31)"},
      {"تاريخ:٢٠٢٥", "date(2025-01-01..2025-12-31)"},
      {"تاريخ:۲۰۲۵-۰۷", "date(2025-07-01..2025-07-31)"},
      {"تاريخ:\"يوليو 2025\"", "date(2025-07-01..2025-07-31)"},
      {"تاريخ:«23 تموز ٢٠٢٥»", "date(2025-07-23..2025-07-23)"},
      {"تاريخ:«كانون الأول 2024»", "date(2024-12-01..2024-12-31)"},
  };
  for (const DateCase& c : cases) EXPECT_EQ(tree_of(c.query), c.tree) << c.query;
}

TEST(QueryDates, FormRangesOpenOrClosed) {
  const std::vector<DateCase> cases = {
      {"date:2025-07..2025-12", "date(2025-07-01..2025-12-31)"},
      {"date:«2025-07..2025-12»", "date(2025-07-01..2025-12-31)"},
      {"تاريخ:٢٠٢٤..٢٠٢٥", "date(2024-01-01..2025-12-31)"},
      {"date:2025-07..", "date(2025-07-01..)"},
      {"date:..2025-07-23", "date(..2025-07-23)"},
      {"تاريخ:«يوليو 2025 .. أيلول 2025»", "date(2025-07-01..2025-09-30)"},
      {"-date:2025", "-date(2025-01-01..2025-12-31)"},
      {"date:(2024 OR 2025-03)",
       "either(date(2024-01-01..2024-12-31) date(2025-03-01..2025-03-31))"},
  };
  for (const DateCase& c : cases) EXPECT_EQ(tree_of(c.query), c.tree) << c.query;
}

TEST(QueryDates, AreSwappedWhenTheLaterComesFirst) {
  EXPECT_EQ(tree_of("date:2025-12..2025-07"), "date(2025-07-01..2025-12-31)");
  EXPECT_THAT(noted("date:2025-12..2025-07"), ElementsAre("date:2025-12..2025-07"));
}

TEST(QueryDates, ThatMakeNoSenseAreWords) {
  for (const char* text :
       {"date:2025-13", "date:2025-02-30", "date:قريبا", "date:12", "date:2025-00", "date:1-2-3",
        "date:2025-07..قريبا", "date:99999999999999999999"}) {
    EXPECT_THAT(noted(text), ElementsAre(text));
    EXPECT_THAT(tree_of(text), ::testing::Not(::testing::HasSubstr("date("))) << text;
  }
}

// From the tables of the Umm al-Qura calendar: 1 Muharram 1446 was 7 July 2024, 1 Ramadan 1446 was
// 1 March 2025, 1 Shawwal 30 March, 1 Muharram 1447 was 26 June 2025, 1 Rajab 1447 is 21 December.
TEST(QueryDates, OfTheHijriCalendarAreRangesOfGregorianDays) {
  const std::vector<DateCase> cases = {
      {"date:1446", "date(2024-07-07..2025-06-25)"},
      {"date:1446-09", "date(2025-03-01..2025-03-29)"},
      {"date:9/1446", "date(2025-03-01..2025-03-29)"},
      {"date:1446-09-15", "date(2025-03-15..2025-03-15)"},
      {"date:14460915", "date(2025-03-15..2025-03-15)"},
      {"تاريخ:١٤٤٦", "date(2024-07-07..2025-06-25)"},
      {"تاريخ:١٤٤٦هـ", "date(2024-07-07..2025-06-25)"},
      {"تاريخ:\"15/9/1446 هـ\"", "date(2025-03-15..2025-03-15)"},
      {"date:\"رمضان 1446\"", "date(2025-03-01..2025-03-29)"},
      {"تاريخ:«شهر رمضان 1446 هـ»", "date(2025-03-01..2025-03-29)"},
      {"تاريخ:«15 رجب 1447»", "date(2026-01-04..2026-01-04)"},
      {"تاريخ:«ربيع الثاني 1446»", "date(2024-10-04..2024-11-02)"},
      {"تاريخ:«ربيع الآخر 1446»", "date(2024-10-04..2024-11-02)"},
      {"تاريخ:«1 ذي الحجة 1446»", "date(2025-05-28..2025-05-28)"},
      {"تاريخ:«عام 1446 هـ»", "date(2024-07-07..2025-06-25)"},
      {"date:1600", "date(2173-12-07..2174-11-25)"},
  };
  for (const DateCase& c : cases) EXPECT_EQ(tree_of(c.query), c.tree) << c.query;
}

TEST(QueryDates, TellTheCalendarByTheirWords) {
  EXPECT_EQ(tree_of("تاريخ:«يناير 1492»"), "date(1492-01-01..1492-01-31)");
  EXPECT_EQ(tree_of("تاريخ:«1492 م»"), "date(1492-01-01..1492-12-31)");
  EXPECT_EQ(tree_of("date:1299"), "date(1299-01-01..1299-12-31)");
  EXPECT_EQ(tree_of("date:1601"), "date(1601-01-01..1601-12-31)");
}

TEST(QueryDates, OfBothCalendarsMakeOneRange) {
  EXPECT_EQ(tree_of("تاريخ:«رمضان 1446 .. أيلول 2025»"), "date(2025-03-01..2025-09-30)");
  EXPECT_EQ(tree_of("date:2024-12..1446"), "date(2024-12-01..2025-06-25)");
}

TEST(QueryDates, MayBeWrittenInEnglish) {
  EXPECT_EQ(tree_of("date:\"July 2025\""), "date(2025-07-01..2025-07-31)");
  EXPECT_EQ(tree_of("date:\"23 May 2025\""), "date(2025-05-23..2025-05-23)");
}

TEST(QueryDates, ThatCalendarsDoNotHaveAreWords) {
  for (const char* text : {"date:«30 رمضان 1446»", "date:«رمضان 2024»", "date:«ديسمبر 2024 هـ»",
                           "date:1446-13", "date:«رمضان»", "date:«رمضان شوال 1446»"}) {
    EXPECT_THAT(tree_of(text), ::testing::Not(::testing::HasSubstr("date("))) << text;
  }
}

// A Wednesday.
constexpr std::chrono::sys_days kToday = std::chrono::year(2025) / 12 / 24;

void expect_on_today(const std::vector<DateCase>& cases) {
  for (const DateCase& c : cases) EXPECT_EQ(tree_on(kToday, c.query), c.tree) << c.query;
}

TEST(RelativeDates, NameDays) {
  expect_on_today({{"date:today", "date(2025-12-24..2025-12-24)"},
                   {"تاريخ:اليوم", "date(2025-12-24..2025-12-24)"},
                   {"تاريخ:أمس", "date(2025-12-23..2025-12-23)"},
                   {"date:Yesterday", "date(2025-12-23..2025-12-23)"},
                   {"تاريخ:\"أول أمس\"", "date(2025-12-22..2025-12-22)"},
                   {"تاريخ:«أوّل من أمس»", "date(2025-12-22..2025-12-22)"}});
}

TEST(RelativeDates, NameUnitsOfTheCalendarWithWeeksFromSunday) {
  expect_on_today({{"تاريخ:\"هذا الأسبوع\"", "date(2025-12-21..2025-12-27)"},
                   {"تاريخ:\"الأسبوع الماضي\"", "date(2025-12-14..2025-12-20)"},
                   {"date:\"last week\"", "date(2025-12-14..2025-12-20)"},
                   {"تاريخ:«الشهر الجاري»", "date(2025-12-01..2025-12-31)"},
                   {"date:\"this month\"", "date(2025-12-01..2025-12-31)"},
                   {"تاريخ:«الشهر الماضي»", "date(2025-11-01..2025-11-30)"},
                   {"تاريخ:«في الشهر الفائت»", "date(2025-11-01..2025-11-30)"},
                   {"تاريخ:«هذا العام»", "date(2025-01-01..2025-12-31)"},
                   {"تاريخ:«العام الماضي»", "date(2024-01-01..2024-12-31)"},
                   {"تاريخ:«السنة الماضية»", "date(2024-01-01..2024-12-31)"}});
  const std::chrono::sys_days sunday = kToday - std::chrono::days(3);
  EXPECT_EQ(tree_on(sunday, "date:\"this week\""), "date(2025-12-21..2025-12-27)");
  EXPECT_EQ(tree_on(sunday - std::chrono::days(1), "date:\"this week\""),
            "date(2025-12-14..2025-12-20)");
}

TEST(RelativeDates, CountBackFromToday) {
  expect_on_today({{"تاريخ:«آخر 7 أيام»", "date(2025-12-18..2025-12-24)"},
                   {"تاريخ:«آخر ٧ أيام»", "date(2025-12-18..2025-12-24)"},
                   {"date:\"last 30 days\"", "date(2025-11-25..2025-12-24)"},
                   {"تاريخ:«آخر يومين»", "date(2025-12-23..2025-12-24)"},
                   {"تاريخ:«آخر أسبوع»", "date(2025-12-18..2025-12-24)"},
                   {"تاريخ:«آخر أسبوعين»", "date(2025-12-11..2025-12-24)"},
                   {"تاريخ:«آخر ثلاثة أشهر»", "date(2025-09-25..2025-12-24)"},
                   {"تاريخ:«الأشهر الثلاثة الماضية»", "date(2025-09-25..2025-12-24)"},
                   {"تاريخ:«آخر اثني عشر شهرا»", "date(2024-12-25..2025-12-24)"},
                   {"تاريخ:«آخر عشرة أيام»", "date(2025-12-15..2025-12-24)"},
                   {"date:\"last two years\"", "date(2023-12-25..2025-12-24)"}});
  const std::chrono::sys_days may = std::chrono::year(2025) / 5 / 31;
  EXPECT_EQ(tree_on(may, "تاريخ:«آخر 3 أشهر»"), "date(2025-03-01..2025-05-31)");
}

TEST(RelativeDates, MayBeEndsOfARange) {
  EXPECT_EQ(tree_on(kToday, "تاريخ:«رمضان 1446..أمس»"), "date(2025-03-01..2025-12-23)");
  EXPECT_EQ(tree_on(kToday, "تاريخ:«الشهر الماضي..»"), "date(2025-11-01..)");
}

TEST(RelativeDates, ThatMakeNoSenseAreWords) {
  for (const char* text : {"date:«الأسبوع»", "date:«الماضي»", "date:«آخر 0 أيام»", "date:«last»",
                           "date:«آخر 99999 يوما»", "date:«الأسبوع الماضي جدا»", "date:«هذا»"}) {
    EXPECT_THAT(tree_on(kToday, text), ::testing::Not(::testing::HasSubstr("date("))) << text;
  }
}

}  // namespace
}  // namespace fihris::testing
