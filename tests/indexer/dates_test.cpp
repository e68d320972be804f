// Dates as newspapers print them.
#include "dates/dates.h"

#include <gtest/gtest.h>

#include "clean/agency_line.h"
#include "reader_files.h"

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

// Lines that pages of archives print, each with what is particular about it.
INSTANTIATE_TEST_SUITE_P(
    Lines, PrintedDate,
    ::testing::Values(
        // A full stop between hour and minutes, behind the word for the hour only.
        Printed{"نشر يوم 4 أوت 2021 على الساعة 10.00", "2021-08-04"},
        Printed{"4 أوت 2021 على الساعة 10", "2021-08-04"},
        // The offset stands behind the name of the zone.
        Printed{"4 أغسطس 2021 10:00 (GMT+0400)", "2021-08-04T10:00:00+04:00"},
        Printed{"4 أغسطس 2021 - 10:00 GMT+3", "2021-08-04T10:00:00+03:00"},
        Printed{"4 أغسطس 2021 10:00 +03:00", "2021-08-04T10:00:00+03:00"},
        // A dash before the hour is no offset.
        Printed{"4 أغسطس 2021 GMT - 10:00", "2021-08-04T10:00:00Z"},
        Printed{"حرر يوم 4 أغسطس 2021", "2021-08-04"}, Printed{"كتب في: 4/8/2021", "2021-08-04"},
        Printed{"تم النشر: الأربعاء 4 أغسطس 2021", "2021-08-04"},
        Printed{"آخر تعديل: 4 أغسطس 2021", "2021-08-04"}, Printed{"2021 أغسطس 4", "2021-08-04"},
        // A newspaper's head: two calendars and the number of the issue.
        Printed{"27 رمضان 1434هـ 4 أغسطس 2013م العدد 12345", "2013-08-04"},
        Printed{"العدد: 5471 - الأربعاء 4 أغسطس 2021", "2021-08-04"},
        // The parts of a date turned round by the direction of the script.
        Printed{"GMT 10:00 2021 الأربعاء ,04 آب / أغسطس", "2021-08-04T10:00:00Z"},
        // The year at the end, behind the time.
        Printed{"Thu Mar 04 10:00:00 +0000 2021", "2021-03-04T10:00:00+00:00"},
        Printed{"Wed, 04 Aug 2021 10:00:00 GMT", "2021-08-04T10:00:00Z"}));

// Nearly dates: half of one, told from an unknown today, a number too many, words beside it.
INSTANTIATE_TEST_SUITE_P(
    NearlyDates, PrintedDate,
    ::testing::Values(Printed{"قبل 3 ساعات", ""}, Printed{"منذ يومين", ""}, Printed{"غدا", ""},
                      Printed{"4 أغسطس", ""}, Printed{"4 أغسطس الساعة 10:00", ""},
                      Printed{"الأربعاء 2021", ""}, Printed{"2021 أغسطس", ""},
                      Printed{"العدد 2021", ""}, Printed{"4 أغسطس 5 سبتمبر 2021 2022", ""},
                      Printed{"4 أغسطس 21", ""}, Printed{"10:00 - 2021", ""},
                      Printed{"4 رمضان 10:00 2021", ""}, Printed{"الساعة 10.00", ""},
                      Printed{"1442-07-20", ""}, Printed{"1520000000", ""},
                      Printed{"كتب أحمد في 4 أغسطس 2021", ""}));

struct Opening {
  const char* line;
  const char* iso;
};

class AgencyDateline : public ::testing::TestWithParam<Opening> {};

TEST_P(AgencyDateline, IsUnderstood) {
  EXPECT_EQ(indexer::clean::agency_dateline(GetParam().line).value_or(""), GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, AgencyDateline,
    ::testing::Values(Opening{"الجزائر في 4 أوت 2021 (واج)", "2021-08-04"},
                      Opening{"الجزائر في 4 أوت 2021 (واج) - قال الوزير إن المشروع جاهز.",
                              "2021-08-04"},
                      Opening{"بيت لحم 4-8-2021 (وفا) - قال", "2021-08-04"},
                      Opening{"أبوظبي، 4 أغسطس 2021 (وام) ـ قال", "2021-08-04"},
                      // No year, no agency, or a sentence that happens to name both.
                      Opening{"الجزائر في 4 أوت (واج)", ""},
                      Opening{"الجزائر في 4 أوت 2021 (العاصمة)", ""},
                      Opening{"قال الوزير في مؤتمر صحفي عقده يوم 4 أوت 2021 (واج)", ""},
                      Opening{"دمشق (سانا) قالت في 4 آب 2021", ""}));

TEST(AgencyDateline, DatesTheArticle) {
  EXPECT_EQ(
      testing::parsed_json(R"({"title":"خبر","body":"الجزائر في 4 أوت 2021 (واج) - قال الوزير."})")
          .date,
      "2021-08-04");
  EXPECT_EQ(testing::parsed_text("افتتاح مكتبة في الجزائر العاصمة\nالجزائر في 4 أوت 2021 (واج)\n"
                                 "قال الوزير إن المكتبة الجديدة تفتح أبوابها للطلبة كل يوم من "
                                 "الصباح إلى المساء.\n")
                .date,
            "2021-08-04");
}

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
