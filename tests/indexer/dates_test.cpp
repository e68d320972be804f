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

struct Stated {
  const char* text;
  const char* iso;  // empty: not a date
};

class StatedDate : public ::testing::TestWithParam<Stated> {};

TEST_P(StatedDate, IsUnderstood) {
  EXPECT_EQ(indexer::dates::stated_date(GetParam().text).value_or(""), GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    Fields, StatedDate,
    ::testing::Values(
        // Seconds and milliseconds since 1970, with a fraction or not.
        Stated{"1520000000", "2018-03-02T14:13:20Z"},
        Stated{"1520000000.25", "2018-03-02T14:13:20Z"},
        Stated{"1520000000123", "2018-03-02T14:13:20Z"},
        Stated{"946684800", "2000-01-01T00:00:00Z"},
        // Figures run together.
        Stated{"20210804", "2021-08-04"}, Stated{"202108041000", "2021-08-04T10:00:00"},
        Stated{"20210804100030", "2021-08-04T10:00:30"},
        // A year that is one of the Hijri calendar only: 20 Rajab 1442.
        Stated{"1442-07-20", "2021-03-04"}, Stated{"1442/07/20", "2021-03-04"},
        Stated{"١٤٤٢-٠٧-٢٠", "2021-03-04"}, Stated{"1442-07-20T10:00:00", "2021-03-04"},
        Stated{"1442-7-2 10:00", "2021-02-14"}, Stated{"20/7/1442", "2021-03-04"},
        Stated{"14420720", "2021-03-04"}, Stated{"٢٠٢١-٠٨-٠٤", "2021-08-04"},
        Stated{"Wed, 04 Aug 2021 10:00:00 +0000", "2021-08-04T10:00:00+00:00"},
        Stated{"Wed Aug 04 10:00:00 +0000 2021", "2021-08-04T10:00:00+00:00"}));

INSTANTIATE_TEST_SUITE_P(
    NoDates, StatedDate,
    ::testing::Values(Stated{"", ""}, Stated{"0", ""}, Stated{"1442", ""}, Stated{"2021.5", ""},
                      Stated{"86399", ""}, Stated{"4102444800", ""}, Stated{"4102444800000", ""},
                      Stated{"2021-13", ""}, Stated{"2201", ""}, Stated{"2021-02-30", ""},
                      Stated{"/Date(x)/", ""}, Stated{"/date()/", ""}, Stated{"10:00 (2021)", ""},
                      Stated{"-1520000000", ""}, Stated{"12345", ""}, Stated{"9999999999", ""},
                      Stated{"99999999999999999", ""}, Stated{"202113041000", ""},
                      Stated{"1442-13-20", ""}, Stated{"1442-07-31", ""}, Stated{"1200-07-20", ""},
                      Stated{"1442-07/20", ""}, Stated{"1442-07-201", ""}, Stated{"غدا", ""},
                      Stated{"قبل 3 ساعات", ""}, Stated{"1.52e9", ""}, Stated{"1520000000x", ""}));

// Numbers from the second day of 1970 to the end of the century, in every unit that is in use.
INSTANTIATE_TEST_SUITE_P(
    Numbers, StatedDate,
    ::testing::Values(Stated{"86400", "1970-01-02T00:00:00Z"},
                      Stated{"4102444799", "2099-12-31T23:59:59Z"},
                      Stated{"4102444799999", "2099-12-31T23:59:59Z"},
                      Stated{"100000000000", "1973-03-03T09:46:40Z"},  // 12 digits, but no day
                      Stated{"1520000000123456", "2018-03-02T14:13:20Z"},
                      Stated{"1520000000123456789", "2018-03-02T14:13:20Z"},
                      Stated{"١٥٢٠٠٠٠٠٠٠", "2018-03-02T14:13:20Z"},
                      Stated{"/Date(1520000000000)/", "2018-03-02T14:13:20Z"},
                      Stated{"/Date(1520000000000+0300)/", "2018-03-02T14:13:20Z"}));

INSTANTIATE_TEST_SUITE_P(PartsOfADate, StatedDate,
                         ::testing::Values(Stated{"2021", "2021"}, Stated{"٢٠٢١", "2021"},
                                           Stated{"2021-08", "2021-08"},
                                           Stated{"202108", "2021-08"},
                                           Stated{"2021/08", "2021-08"}));

// As programs write dates in mail, feeds and JSON.
INSTANTIATE_TEST_SUITE_P(
    Programs, StatedDate,
    ::testing::Values(Stated{"Thu, 04 Mar 2021 10:00:00 +0000", "2021-03-04T10:00:00+00:00"},
                      Stated{"04 Mar 2021 10:00:00 +0300", "2021-03-04T10:00:00+03:00"},
                      Stated{"Thu, 04 Mar 2021 10:00:00 GMT", "2021-03-04T10:00:00Z"},
                      Stated{"Thu, 04 Mar 2021 10:00:00 UT", "2021-03-04T10:00:00Z"},
                      Stated{"Thu, 04 Mar 2021 10:00:00 Z", "2021-03-04T10:00:00Z"},
                      Stated{"Thu, 4 Mar 2021 10:00:00 EST", "2021-03-04T10:00:00-05:00"},
                      Stated{"4 Mar 2021 10:00 PDT", "2021-03-04T10:00:00-07:00"},
                      Stated{"Thursday, 4 March 2021 10:00:00 CET", "2021-03-04T10:00:00+01:00"},
                      // A name that several zones share: the day is known, the moment is not.
                      Stated{"Thu Mar 04 10:00:00 AST 2021", "2021-03-04"},
                      Stated{"Thu Mar 04 10:00:00 +0000 2021", "2021-03-04T10:00:00+00:00"},
                      Stated{"Thu Mar  4 10:00:00 2021", "2021-03-04"},
                      Stated{"Thu Mar 04 10:00:00 UTC 2021", "2021-03-04T10:00:00Z"},
                      Stated{"Thu Mar 04 2021 10:00:00 GMT+0300 (Arabian Standard Time)",
                             "2021-03-04T10:00:00+03:00"},
                      Stated{"March 4, 2021 at 10:00 am EST", "2021-03-04T10:00:00-05:00"},
                      Stated{"Mar 4, 2021 6:00:00 PM", "2021-03-04"}));

INSTANTIATE_TEST_SUITE_P(
    NearlyIso, StatedDate,
    ::testing::Values(Stated{" 2021-03-04  10:00:00 ", "2021-03-04T10:00:00"},
                      Stated{"2021-03-04, 10:00", "2021-03-04T10:00:00"},
                      Stated{"2021-03-04,10:00", "2021-03-04T10:00:00"},
                      Stated{"2021 - 03 - 04", "2021-03-04"},
                      Stated{"2021 / 03 / 04 10:00", "2021-03-04T10:00:00"},
                      Stated{"2021/03/04 10:00:00", "2021-03-04T10:00:00"},
                      Stated{"2021-03-04 10 : 00 : 05", "2021-03-04T10:00:05"},
                      Stated{"2021-03-04 10:00:00,123", "2021-03-04T10:00:00"},
                      Stated{"2021-03-04T10:00:00.000Z", "2021-03-04T10:00:00Z"},
                      Stated{"2021-03-04 10:00:00.123456 +0300", "2021-03-04T10:00:00+03:00"},
                      Stated{"2021-03-04 10:00:00 UTC", "2021-03-04T10:00:00Z"},
                      Stated{"2021-03-04T10:00:00+03:00[Asia/Riyadh]", "2021-03-04T10:00:00+03:00"},
                      Stated{"٢٠٢١/٠٣/٠٤ ١٠:٠٠", "2021-03-04T10:00:00"},
                      Stated{"2021-3-4", "2021-03-04"}));

TEST(StatedDate, IsQuickToRefuseLongNumbers) {
  EXPECT_FALSE(indexer::dates::stated_date(std::string(400, '9')));
  EXPECT_FALSE(indexer::dates::stated_date("2021" + std::string(55, '-')));
  EXPECT_FALSE(indexer::dates::stated_date(std::string(60, '/')));
}

TEST(UrlDate, IsADayBetweenStrokes) {
  using indexer::dates::url_date;
  EXPECT_EQ(url_date("https://example.org/2021/08/04/story"), "2021-08-04");
  EXPECT_EQ(url_date("https://example.org/news/2021/08/04"), "2021-08-04");
  for (const char* url :
       {"https://example.org/2021/08/story", "https://example.org/2021/13/04/story",
        "https://example.org/2021/08/041/story", "https://example.org/12021/08/04/",
        "https://example.org/?at=/2021/08/04/", "https://example.org/1442/07/20/x", ""}) {
    EXPECT_FALSE(url_date(url)) << url;
  }
}

TEST(UrlDate, IsTheLastResort) {
  EXPECT_EQ(testing::parsed_json(R"({"title":"خبر","url":"https://e.org/2021/08/04/a"})").date,
            "2021-08-04");
  EXPECT_EQ(testing::parsed_json(
                R"({"title":"خبر","date":"2020-01-02","url":"https://e.org/2021/08/04/a"})")
                .date,
            "2020-01-02");
}

TEST(JsonDate, MayBeANumber) {
  EXPECT_EQ(testing::parsed_json(R"({"title":"خبر","date":1520000000})").date,
            "2018-03-02T14:13:20Z");
  const Article undated = testing::parsed_json(R"({"title":"خبر","date":17})");
  EXPECT_EQ(undated.date, "");
  EXPECT_EQ(undated.extra, R"({"date":17})");
}

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
