// Dates as programs write them, in fields that are known to be dates.
#include <gtest/gtest.h>

#include "dates/dates.h"
#include "reader_files.h"

namespace fihris {
namespace {

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

}  // namespace
}  // namespace fihris
