// Dates in articles, however they are written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/store/error.h"
#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// Pages "a" … "h" tell of one month, "i" and "j" hold its numbers without telling of it.
SearchIndex same_month() {
  return SearchIndex(bodies({
      "افتتح المتحف في ديسمبر 2024 بعد ترميم طويل",
      "افتتح الجسر في كانون الأول ٢٠٢٤ بعد تأخير",
      "جدول الرحلات 2024-12 منشور",
      "وصلت السفينة بتاريخ 2024-12-23 إلى الميناء",
      "وصلت القافلة يوم 23/12/2024 صباحا",
      "صدر العدد في ٢٣/١٢/٢٠٢٤ عن الدار",
      "صدر الكتيب في 23.12.2024م عن الجمعية",
      "بدأ البث في دجنبر 2024 من طنجة",
      "انتهت المباراة 12-3 عام 2024 بفوز الضيوف",
      "خريطة الفترة 2012-2024 على 12 صفحة",
  }));
}

TEST(DatesInText, FindEachOther) {
  SearchIndex index = same_month();
  for (const char* query : {"+ديسمبر +2024", "+«كانون الأول» +٢٠٢٤", "+2024-12", "+12/2024"}) {
    EXPECT_THAT(index.ids(query), UnorderedElementsAre("a", "b", "c", "d", "e", "f", "g", "h"))
        << query;
  }
  EXPECT_THAT(index.ids("+23/12/2024"), UnorderedElementsAre("d", "e", "f", "g"));
}

TEST(DatesInText, FindEachOtherInPhrasesToo) {
  SearchIndex index = same_month();
  for (const char* query :
       {"\"ديسمبر 2024\"", "«كانون الأول ٢٠٢٤»", "\"2024-12\"", "\"12/2024\""}) {
    EXPECT_THAT(index.ids(query), UnorderedElementsAre("a", "b", "c", "d", "e", "f", "g", "h"))
        << query;
  }
  for (const char* query : {"\"23 كانون الأول 2024\"", "\"2024-12-23\"", "\"23/12/2024\""}) {
    EXPECT_THAT(index.ids(query), UnorderedElementsAre("d", "e", "f", "g")) << query;
  }
  EXPECT_THAT(index.ids("«في ديسمبر 2024 بعد»"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("«جدول الرحلات ديسمبر 2024»"), ElementsAre("c"));
  EXPECT_THAT(index.ids("+الميناء -«ديسمبر 2024»"), IsEmpty());
}

TEST(DatesInText, OfAPhraseAreMarkedInBothOrders) {
  SearchIndex index = same_month();
  for (const char* query : {"«ديسمبر 2024» الميناء", "+«ديسمبر 2024» +الميناء"}) {
    const SearchResults results = index.search(query);
    ASSERT_FALSE(results.hits.empty()) << query;
    EXPECT_EQ(results.hits[0].article.id, "d") << query;
  }
  const SearchResults results = index.search("+«ديسمبر 2024» +الميناء");
  EXPECT_EQ(marked(results.hits[0].snippets[0]), "2024-12|الميناء");
}

TEST(DatesInText, KeepTheirOrderApartFromDates) {
  SearchIndex index(
      bodies({"باع 2024 سيارة ديسمبر", "في العام 2024 مضى ديسمبر", "ديسمبر 12 شهرا"}));
  EXPECT_THAT(index.ids("«ديسمبر 2024»"), IsEmpty());
  EXPECT_THAT(index.ids("«12 ديسمبر»"), IsEmpty());
}

TEST(DatesInText, AreFoundInTimestampsAndWithLeadingZeros) {
  SearchIndex index(
      bodies({"نشر 2024-12-08T10:00:00Z في الموقع", "نشر 2024-12-08T10:00:00+03:00 هنا",
              "وصل يوم 8/12/2024 صباحا", "وصل يوم 08.12.2024 مساء", "وصل في 8 ديسمبر 2024 ليلا"}));
  for (const char* query : {"+ديسمبر +2024", "+«8 ديسمبر 2024»", "+8 +ديسمبر", "«كانون الأول 2024»",
                            "\"08/12/2024\"", "+12/2024"}) {
    EXPECT_THAT(index.ids(query), UnorderedElementsAre("a", "b", "c", "d", "e")) << query;
  }
  EXPECT_THAT(index.ids("\"2024-12-08T10:00:00Z\""), ElementsAre("a"));
}

TEST(DatesInText, AreStillFoundByTheirNumbers) {
  SearchIndex index = same_month();
  EXPECT_THAT(index.ids("+12 -ديسمبر"), UnorderedElementsAre("i", "j"));
  EXPECT_THAT(index.ids("+12 +الميناء"), ElementsAre("d"));
}

TEST(DatesInText, AreMarkedAtTheMonth) {
  SearchIndex index = same_month();
  const SearchResults results = index.search("ديسمبر +السفينة");
  ASSERT_EQ(results.hits.size(), 1U);
  ASSERT_EQ(results.hits[0].snippets.size(), 1U);
  const auto& snippet = results.hits[0].snippets[0];
  std::vector<std::string> marked;
  for (const Span& mark : snippet.marks) {
    marked.push_back(snippet.text.substr(mark.begin, mark.end - mark.begin));
  }
  EXPECT_THAT(marked, ElementsAre("السفينة", "12"));
}

TEST(HijriMonths, FindTheirOtherNames) {
  SearchIndex index(bodies({"ولد في ربيع الآخر من ذلك العام", "توفي في ربيع الثاني",
                            "حجوا في ذي الحجة", "كان ذو الحجة حارا", "جاء ربيع دافئ"}));
  EXPECT_THAT(index.ids("\"ربيع الثاني\""), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("\"ذو الحجة\""), UnorderedElementsAre("c", "d"));
  EXPECT_THAT(index.ids("ربيع"), UnorderedElementsAre("a", "b", "e"));
}

Article dated(std::string id, std::string date) {
  Article made = article(std::move(id), "", "نشرة الأخبار");
  made.date = std::move(date);
  return made;
}

class DateFilters : public ::testing::Test {
 protected:
  std::vector<std::string> on(std::string today, std::string query,
                              std::vector<std::string> filters = {}) {
    SearchRequest request;
    request.query = std::move(query);
    request.filters = std::move(filters);
    request.today = std::move(today);
    return ids_of(index_.search(request));
  }
  SearchIndex index_{{dated("before", "2025-02-28"), dated("first", "2025-03-01"),
                      dated("last", "2025-03-29T20:00:00Z"), dated("after", "2025-03-30")}};
};

TEST_F(DateFilters, OfAHijriMonthIncludeItsFirstAndLastDay) {
  EXPECT_THAT(index_.ids("تاريخ:\"رمضان 1446\""), UnorderedElementsAre("first", "last"));
  EXPECT_THAT(index_.filtered("نشرة", {"date:1446-09"}), UnorderedElementsAre("first", "last"));
  EXPECT_THAT(index_.ids("date:2025-03-29..1446"), UnorderedElementsAre("last", "after"));
}

TEST_F(DateFilters, AreToldFromTheDayGiven) {
  EXPECT_THAT(on("2025-03-30", "تاريخ:أمس"), ElementsAre("last"));
  EXPECT_THAT(on("2025-03-30", "تاريخ:«هذا الشهر»"),
              UnorderedElementsAre("first", "last", "after"));
  EXPECT_THAT(on("2025-03-30", "نشرة", {"date:الشهر الماضي"}), ElementsAre("before"));
  EXPECT_THAT(on("2025-03-31", "نشرة", {"date:last 2 days"}), ElementsAre("after"));
  EXPECT_THAT(on("2031-01-01", "تاريخ:أمس"), IsEmpty());
}

TEST_F(DateFilters, RefuseADayThatIsNone) {
  for (const char* today : {"2025-02-30", "أمس", "20250330", "2025-3-30 "}) {
    EXPECT_THROW(on(today, "نشرة"), Error) << today;
  }
}

}  // namespace
}  // namespace fihris::testing
