// Fields, dates and filters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "fihris/store/error.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using ::testing::UnorderedElementsAreArray;

Article dated(std::string id, std::string title, std::string source, std::string date,
              std::vector<std::string> tags = {}) {
  Article made = article(std::move(id), std::move(title), "تقرير عن السياحة في الجنوب");
  made.source = std::move(source);
  made.date = std::move(date);
  made.tags = std::move(tags);
  return made;
}

class Filters : public ::testing::Test {
 protected:
  SearchIndex index_{{
      dated("jan", "فنادق الساحل", "رويترز", "2025-01-15", {"سفر", "اقتصاد"}),
      dated("jul", "مطاعم المدينة", "فرانس برس", "2025-07-31T23:30:00Z", {"سفر"}),
      dated("dec", "متاحف القرية", "رويترز", "2025-12-31", {"ثقافة"}),
      dated("none", "شواطئ هادئة", "وكالة الأنباء", ""),
  }};
};

TEST_F(Filters, OfOneFieldTakeAnyOfTheirValues) {
  EXPECT_THAT(index_.filtered("سياحة", {"source:رويترز"}), UnorderedElementsAre("jan", "dec"));
  EXPECT_THAT(index_.filtered("سياحة", {"source:رويترز", "source:فرانس برس"}),
              UnorderedElementsAre("jan", "jul", "dec"));
}

TEST_F(Filters, OfDifferentFieldsMustAllHold) {
  EXPECT_THAT(index_.filtered("سياحة", {"source:رويترز", "tag:ثقافة"}), ElementsAre("dec"));
  EXPECT_THAT(index_.filtered("سياحة", {"source:رويترز", "date:2025-01..2025-06"}),
              ElementsAre("jan"));
}

TEST_F(Filters, MayBeQuotedArabicExcludedAndGrouped) {
  EXPECT_THAT(index_.filtered("سياحة", {"مصدر:«فرانس برس»"}), ElementsAre("jul"));
  EXPECT_THAT(index_.filtered("سياحة", {"-source:رويترز"}), UnorderedElementsAre("jul", "none"));
  EXPECT_THAT(index_.filtered("سياحة", {"tag:(سفر AND اقتصاد)"}), ElementsAre("jan"));
  EXPECT_THAT(index_.filtered("سياحة", {"title:متاحف"}), ElementsAre("dec"));
}

TEST_F(Filters, CompareValuesNormalised) {
  EXPECT_THAT(index_.filtered("سياحة", {"source: وكاله الانباء "}), ElementsAre("none"));
}

TEST_F(Filters, AloneListWhatTheyLetThrough) {
  EXPECT_THAT(index_.filtered("", {"tag:سفر"}), UnorderedElementsAre("jan", "jul"));
}

TEST_F(Filters, ThatCanNotBeReadAreRefusedByName) {
  for (const char* filter : {"", "رويترز", "foo:x", "source:", "date:قريبا", "title:؟"}) {
    try {
      index_.filtered("سياحة", {filter});
      ADD_FAILURE() << filter;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      EXPECT_THAT(error.what(), HasSubstr(std::string("\"") + filter + "\""));
    }
  }
}

TEST_F(Filters, HoldFiveHundredValuesInAll) {
  std::vector<std::string> filters(kMaxFilterValues / 4, "tag:(سفر OR ثقافة OR اقتصاد OR شعر)");
  EXPECT_THAT(index_.filtered("سياحة", filters), UnorderedElementsAre("jan", "jul", "dec"));
  filters.emplace_back("date:2025");
  try {
    index_.filtered("سياحة", filters);
    ADD_FAILURE() << filters.size();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    EXPECT_THAT(error.what(), HasSubstr("more than 500"));
  }
}

TEST_F(Filters, MayStandInTheQuery) {
  EXPECT_THAT(index_.ids("سياحة source:رويترز"), UnorderedElementsAre("jan", "dec"));
  EXPECT_THAT(index_.ids("سياحة مصدر:رويترز مصدر:«فرانس برس»"),
              UnorderedElementsAre("jan", "jul", "dec"));
  EXPECT_THAT(index_.ids("سياحة -source:رويترز"), UnorderedElementsAre("jul", "none"));
  EXPECT_THAT(index_.ids("source:(رويترز أو «فرانس برس»)"),
              UnorderedElementsAre("jan", "jul", "dec"));
  EXPECT_THAT(index_.ids("source:فرا*"), ElementsAre("jul"));
}

TEST_F(Filters, OfDatesIncludeTheirFirstAndLastDay) {
  EXPECT_THAT(index_.ids("date:2025-07"), ElementsAre("jul"));
  EXPECT_THAT(index_.ids("date:2025-01-15..2025-12-31"), UnorderedElementsAre("jan", "jul", "dec"));
  EXPECT_THAT(index_.ids("date:2025-08.."), ElementsAre("dec"));
  EXPECT_THAT(index_.ids("date:..2025-07-31"), UnorderedElementsAre("jan", "jul"));
  EXPECT_THAT(index_.ids("تاريخ:«تموز ٢٠٢٥»"), ElementsAre("jul"));
  EXPECT_THAT(index_.ids("date:2024"), IsEmpty());
}

TEST_F(Filters, OfTheTitleFindWordsThereOnly) {
  EXPECT_THAT(index_.ids("title:الفندق"), ElementsAre("jan"));
  EXPECT_THAT(index_.ids("title:السياحة"), IsEmpty());
  EXPECT_THAT(index_.ids("title:(فندق متحف)"), UnorderedElementsAre("jan", "dec"));
  EXPECT_THAT(index_.ids("سياحة title:متحف"), ElementsAre("dec"));
}

TEST_F(Filters, SortByDateAndPutUndatedArticlesLast) {
  SearchRequest request;
  request.query = "سياحة";
  request.sort = Sort::kDateDescending;
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("dec", "jul", "jan", "none"));
  request.sort = Sort::kDateAscending;
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("jan", "jul", "dec", "none"));
}

TEST_F(Filters, SortedByDateDemandAllWordsUnlessNoArticleHasThem) {
  SearchRequest request;
  request.sort = Sort::kDateDescending;
  request.query = "سياحة المتاحف";
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("dec"));
  request.query = "فندق متحف";
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("dec", "jan"));
}

// Whole days, months and years are terms, other ranges values: they must agree.
TEST_F(Filters, OfDaysMonthsYearsAndRangesLetTheirDaysThrough) {
  const std::vector<std::string> days{"2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01",
                                      "2024-02-29", "2024-03-02", "2024-06-15", "2024-12-31",
                                      "2025-01-01", "2025-01-02", "2025-02-28", "2025-12-31"};
  std::vector<Article> articles{dated("undated", "", "", "")};
  for (const std::string& day : days) articles.push_back(dated(day, "", "", day));
  SearchIndex index(articles);
  for (const std::string& first : days) {
    for (const std::string& last : days) {
      if (last < first) continue;
      std::vector<std::string> within;
      std::copy_if(days.begin(), days.end(), std::back_inserter(within),
                   [&](const std::string& day) { return first <= day && day <= last; });
      const std::string range = "date:" + first + ".." + last;
      EXPECT_THAT(index.filtered("سياحة", {range}), UnorderedElementsAreArray(within)) << range;
    }
  }
  EXPECT_THAT(index.filtered("سياحة", {"date:2024-02"}),
              UnorderedElementsAre("2024-02-01", "2024-02-29"));
  EXPECT_THAT(index.filtered("سياحة", {"date:2025"}),
              UnorderedElementsAre("2025-01-01", "2025-01-02", "2025-02-28", "2025-12-31"));
  EXPECT_THAT(index.filtered("سياحة", {"date:2024-06-15"}), ElementsAre("2024-06-15"));
  EXPECT_THAT(index.filtered("سياحة", {"date:..2024-01"}),
              UnorderedElementsAre("2023-12-31", "2024-01-01", "2024-01-31"));
}

}  // namespace
}  // namespace fihris::testing
