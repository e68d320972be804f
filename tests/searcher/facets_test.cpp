// Counts of values and over time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/store/error.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Article dated(std::string id, std::string source, std::string date,
              std::vector<std::string> tags = {}) {
  Article made = article(std::move(id), "", "موسم قطف الزيتون في الجبال");
  made.source = std::move(source);
  made.date = std::move(date);
  made.tags = std::move(tags);
  return made;
}

using Lines = std::vector<std::string>;

Lines lines(const std::vector<FacetCount>& values) {
  Lines lines;
  for (const FacetCount& value : values) {
    lines.push_back(value.value + " " + std::to_string(value.count));
  }
  return lines;
}

Lines lines(const std::vector<DateCount>& dates) {
  Lines lines;
  for (const DateCount& date : dates) {
    lines.push_back(date.period + " " + std::to_string(date.count));
  }
  return lines;
}

class Facets : public ::testing::Test {
 protected:
  SearchResults ask(std::string query, std::vector<std::string> facets,
                    std::vector<std::string> filters = {}) {
    SearchRequest request;
    request.query = std::move(query);
    request.facets = std::move(facets);
    request.filters = std::move(filters);
    request.histogram = Histogram::kMonth;
    return index_.search(request);
  }

  SearchIndex index_{{
      dated("a", "الأنباء", "2025-01-15", {"زراعة", "سفر"}),
      dated("b", "الانباء", "2025-01-31"),
      dated("c", "الأنباء", "2025-03-01T23:30:00Z", {"زراعة"}),
      dated("d", "The Post", "2024-12-31", {"زراعة"}),
      dated("e", "", ""),
  }};
};

TEST_F(Facets, AreNotCountedUnlessAskedFor) {
  const SearchResults results = index_.search("زيتون");
  EXPECT_THAT(results.facets, IsEmpty());
  EXPECT_THAT(results.date_histogram, IsEmpty());
}

TEST_F(Facets, CountWhatWasFoundMostFrequentFirst) {
  const SearchResults results = ask("الزيتون", {"tag", "source"});
  ASSERT_EQ(results.facets.size(), 2U);
  EXPECT_EQ(results.facets[0].field, "tag");
  EXPECT_THAT(lines(results.facets[0].values), ElementsAre("زراعة 3", "سفر 1"));
  EXPECT_THAT(lines(results.facets[1].values), ElementsAre("الأنباء 3", "The Post 1"));
  EXPECT_TRUE(results.facets_exact);
}

TEST_F(Facets, CountTheWholeResultNotThePage) {
  SearchRequest request;
  request.query = "زيتون";
  request.facets = {"source"};
  request.limit = 0;
  const SearchResults results = index_.search(request);
  EXPECT_THAT(lines(results.facets[0].values), ElementsAre("الأنباء 3", "The Post 1"));
  EXPECT_EQ(results.estimated_total, 5U);
  EXPECT_TRUE(results.exhaustive);
}

TEST_F(Facets, CountAsManyAsAFilterByTheValueFinds) {
  const SearchResults results = ask("زيتون", {"source"});
  for (const FacetCount& value : results.facets[0].values) {
    EXPECT_EQ(index_.filtered("زيتون", {"source:" + value.value}).size(), value.count);
  }
}

TEST_F(Facets, FollowFilters) {
  const SearchResults results = ask("زيتون", {"source", "tag"}, {"tag:زراعة", "date:2025"});
  EXPECT_THAT(lines(results.facets[0].values), ElementsAre("الأنباء 2"));
  EXPECT_THAT(lines(results.facets[1].values), ElementsAre("زراعة 2", "سفر 1"));
  EXPECT_THAT(lines(results.date_histogram), ElementsAre("2025-01 1", "2025-03 1"));
}

TEST_F(Facets, OfTheDateAreYearAndMonth) {
  const SearchResults results = ask("زيتون", {"year", "month"});
  EXPECT_THAT(lines(results.facets[0].values), ElementsAre("2025 3", "2024 1"));
  EXPECT_THAT(lines(results.facets[1].values), ElementsAre("2025-01 2", "2024-12 1", "2025-03 1"));
  EXPECT_THAT(lines(results.date_histogram), ElementsAre("2024-12 1", "2025-01 2", "2025-03 1"));
}

TEST_F(Facets, OverTimeHaveStepsOfAYearAMonthOrADay) {
  SearchRequest request;
  request.query = "زيتون";
  request.histogram = Histogram::kYear;
  EXPECT_THAT(lines(index_.search(request).date_histogram), ElementsAre("2024 1", "2025 3"));
  request.histogram = Histogram::kDay;
  EXPECT_THAT(lines(index_.search(request).date_histogram),
              ElementsAre("2024-12-31 1", "2025-01-15 1", "2025-01-31 1", "2025-03-01 1"));
}

TEST_F(Facets, MayBeNamedInArabic) {
  const SearchResults results = ask("زيتون", {"مصدر", "سنة"});
  EXPECT_EQ(results.facets[0].field, "source");
  EXPECT_EQ(results.facets[1].field, "year");
}

TEST_F(Facets, ThatDoNotExistAreRefusedByName) {
  try {
    ask("زيتون", {"source", "title"});
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    EXPECT_THAT(error.what(), ::testing::HasSubstr("\"title\""));
  }
}

TEST_F(Facets, AreEmptyWhenNothingIsFound) {
  const SearchResults results = ask("ثلاجة", {"source"});
  ASSERT_EQ(results.facets.size(), 1U);
  EXPECT_THAT(results.facets[0].values, IsEmpty());
  EXPECT_THAT(results.date_histogram, IsEmpty());
  EXPECT_THAT(ask("", {"source"}).facets[0].values, Not(IsEmpty())) << "of all articles";
}

TEST_F(Facets, OfAPhraseCountArticlesThatHaveIt) {
  index_.add({article("f", "", "قطف الورد ثم موسم الزيتون")});
  EXPECT_THAT(lines(ask("«قطف الزيتون»", {"source"}).facets[0].values),
              ElementsAre("الأنباء 3", "The Post 1"));
}

TEST_F(Facets, ListNoMoreValuesThanAskedFor) {
  SearchRequest request;
  request.query = "زيتون";
  request.facets = {"month"};
  request.facet_values = 2;
  EXPECT_THAT(lines(index_.search(request).facets[0].values),
              ElementsAre("2025-01 2", "2024-12 1"));
}

// In the generation, in the delta, and merged.
TEST_F(Facets, CountAndFilterEachOfSeveralAuthors) {
  Article two = dated("two", "", "");
  two.author =
      "منى سعيد\x1F"
      "أحمد علي";
  Article one = dated("one", "", "");
  one.author = "احمد علي";
  SearchIndex index{{two, one}};
  SearchRequest request;
  request.query = "زيتون";
  request.facets = {"author"};
  EXPECT_THAT(lines(index.search(request).facets[0].values),
              ElementsAre("أحمد علي 2", "منى سعيد 1"));
  two.id = "three";
  index.add({two});
  for (int merged = 0; merged < 2; ++merged, index.compact()) {
    EXPECT_THAT(lines(index.search(request).facets[0].values),
                ElementsAre("أحمد علي 3", "منى سعيد 2"));
    EXPECT_THAT(index.filtered("زيتون", {"author:منى سعيد"}),
                ::testing::UnorderedElementsAre("two", "three"));
    EXPECT_THAT(index.filtered("زيتون", {"author:أحمد علي"}), ::testing::SizeIs(3));
  }
  EXPECT_EQ(index.searcher().get("two")->author,
            "منى سعيد\x1F"
            "أحمد علي");
}

TEST_F(Facets, FollowAdditionsReplacementsAndDeletions) {
  index_.add({dated("a", "فرانس برس", "2023-05-05", {"سفر"}),
              dated("g", "الأنبــاء", "2025-03-09", {"زراعه", "نقل"})});
  index_.remove({"d"});
  const SearchResults results = ask("زيتون", {"source", "tag"});
  const auto expect_state = [](const SearchResults& found) {
    EXPECT_THAT(lines(found.facets[0].values), ElementsAre("الأنباء 3", "فرانس برس 1"));
    EXPECT_THAT(lines(found.facets[1].values), ElementsAre("زراعة 2", "سفر 1", "نقل 1"));
    EXPECT_THAT(lines(found.date_histogram), ElementsAre("2023-05 1", "2025-01 1", "2025-03 2"));
  };
  expect_state(results);
  index_.compact();
  SearchResults merged = ask("زيتون", {"source", "tag"});
  // Which of two equally frequent spellings is shown may change.
  for (FacetCount& value : merged.facets[1].values) {
    if (value.value == "زراعه") value.value = "زراعة";
  }
  for (FacetCount& value : merged.facets[0].values) {
    if (value.value != "فرانس برس") value.value = "الأنباء";
  }
  expect_state(merged);
}

}  // namespace
}  // namespace fihris::testing
