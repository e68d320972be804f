// Dates as newspapers print them.
#include "dates/dates.h"

#include <gtest/gtest.h>

namespace fihris {
namespace {

struct Printed {
  const char* text;
  const char* iso;  // empty: not a date
};

class PrintedDate : public ::testing::TestWithParam<Printed> {};

TEST_P(PrintedDate, IsUnderstood) {
  EXPECT_EQ(indexer::dates::parse_date(GetParam().text).value_or(""), GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    MonthSystems, PrintedDate,
    ::testing::Values(
        Printed{"23 ديسمبر 2025", "2025-12-23"}, Printed{"٢٣ كانون الأول ٢٠٢٥", "2025-12-23"},
        Printed{"5 كانون الثاني 2026", "2026-01-05"}, Printed{"5 كانون 2 2026", "2026-01-05"},
        Printed{"9 تشرين أول 2024", "2024-10-09"}, Printed{"9 تشرين الثاني 2024", "2024-11-09"},
        Printed{"1 آب 2024", "2024-08-01"}, Printed{"17 نيسان 2024", "2024-04-17"},
        Printed{"5 جويلية 1962", "1962-07-05"}, Printed{"1 أوت 2023", "2023-08-01"},
        Printed{"30 غشت 2023", "2023-08-30"}, Printed{"4 دجنبر 2022", "2022-12-04"},
        Printed{"Dec 23, 2025", "2025-12-23"}, Printed{"23 December 2025", "2025-12-23"},
        Printed{"3 ابريل 2025", "2025-04-03"}));

INSTANTIATE_TEST_SUITE_P(Pairs, PrintedDate,
                         ::testing::Values(Printed{"23 ديسمبر/كانون الأول 2025", "2025-12-23"},
                                           Printed{"١٥ أكتوبر / تشرين الأول 2024", "2024-10-15"},
                                           Printed{"7 تموز (يوليو) 2025", "2025-07-07"},
                                           Printed{"8 ديسمبر/ كانون الثاني 2024", "2024-12-08"}));

INSTANTIATE_TEST_SUITE_P(
    Figures, PrintedDate,
    ::testing::Values(Printed{"23/12/2025", "2025-12-23"}, Printed{"3-4-2025", "2025-04-03"},
                      Printed{"12/23/2025", "2025-12-23"}, Printed{"2025/12/23", "2025-12-23"},
                      Printed{"23.12.2025", "2025-12-23"}, Printed{"٢٣/١٢/٢٠٢٥", "2025-12-23"},
                      Printed{"23/12/202523/12/2025", "2025-12-23"}));

INSTANTIATE_TEST_SUITE_P(
    WithMore, PrintedDate,
    ::testing::Values(Printed{"الثلاثاء 23 ديسمبر 2025", "2025-12-23"},
                      Printed{"الثلاثاء، 23 ديسمبر/كانون الأول 2025 - 18:05", "2025-12-23"},
                      Printed{"23 ديسمبر 2025 م", "2025-12-23"},
                      Printed{"23 ديسمبر 2025 الساعة 6:05 مساءً", "2025-12-23"},
                      Printed{"23 ديسمبر 2025 18:05 بتوقيت غرينتش", "2025-12-23T18:05:00Z"},
                      Printed{"23 ديسمبر 2025 6:05 م غرينتش", "2025-12-23T18:05:00Z"},
                      Printed{"Tue, 23 Dec 2025 18:05:09 +0300", "2025-12-23T18:05:09+03:00"},
                      Printed{"2025-12-23T18:05:00Z", "2025-12-23T18:05:00Z"}));

// From the tables of the Umm al-Qura calendar: 1 Muharram 1447 was 26 June 2025, 1 Ramadan 1446 was
// 1 March 2025.
INSTANTIATE_TEST_SUITE_P(
    Hijri, PrintedDate,
    ::testing::Values(Printed{"1 محرم 1447 هـ", "2025-06-26"},
                      Printed{"1 رمضان 1446", "2025-03-01"}, Printed{"1446/9/1 هـ", "2025-03-01"},
                      Printed{"١ رمضان ١٤٤٦هـ", "2025-03-01"},
                      Printed{"2 رجب 1447 هـ الموافق 22 ديسمبر 2025 م", "2025-12-22"},
                      Printed{"30 رمضان 1446 هـ", ""}, Printed{"1 ذو الحجة 1446", "2025-05-28"}));

INSTANTIATE_TEST_SUITE_P(
    NoDates, PrintedDate,
    ::testing::Values(Printed{"", ""}, Printed{"2025", ""}, Printed{"ديسمبر 2025", ""},
                      Printed{"23 ديسمبر", ""}, Printed{"31 فبراير 2025", ""},
                      Printed{"31/31/2025", ""}, Printed{"1447/7/2", ""}, Printed{"23/12/25", ""},
                      Printed{"التقى الوفد في 23 ديسمبر 2025", ""},
                      Printed{"23 ديسمبر 2025 في دمشق القديمة", ""}, Printed{"18:05", ""},
                      Printed{"123456789 ديسمبر 2025", ""}, Printed{"شارع 15 أيار", ""}));

TEST(IsoDate, IsWrittenInOneWay) {
  EXPECT_EQ(indexer::dates::iso_date("2025-12-23"), "2025-12-23");
  EXPECT_EQ(indexer::dates::iso_date(" 20251223 "), "2025-12-23");
  EXPECT_EQ(indexer::dates::iso_date("2025-12-23 18:05"), "2025-12-23T18:05:00");
  EXPECT_EQ(indexer::dates::iso_date("2025-12-23T18:05:00.123456+0300"),
            "2025-12-23T18:05:00+03:00");
  EXPECT_EQ(indexer::dates::iso_date("2025-12-23T18:05:00 -05"), "2025-12-23T18:05:00-05:00");
}

TEST(IsoDate, RefusesDaysAndTimesThatAreNone) {
  for (const char* text :
       {"2025-02-30", "2025-13-01", "2025-12", "2025-12-23T25:00", "2025-12-23T18", "2025-12-23x",
        "2025-12-23T18:05:00+3", "20251323", "0001-01-01", "٢٠٢٥-١٢-٢٣"}) {
    EXPECT_FALSE(indexer::dates::iso_date(text)) << text;
  }
}

TEST(Dateline, TellsPublicationFromUpdate) {
  const auto published = indexer::dates::parse_dateline("نشر في: 23 ديسمبر 2025");
  ASSERT_TRUE(published);
  EXPECT_TRUE(published->labelled);
  EXPECT_FALSE(published->updated);
  const auto updated =
      indexer::dates::parse_dateline("آخر تحديث: 24/12/2025 - 09:30 (توقيت مكة المكرمة)");
  ASSERT_TRUE(updated);
  EXPECT_TRUE(updated->updated);
  EXPECT_EQ(updated->date, "2025-12-24");
  EXPECT_FALSE(indexer::dates::parse_dateline("23 ديسمبر 2025")->labelled);
}

}  // namespace
}  // namespace fihris
