// Which words an article must have, what a query without a word finds, and the time limit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/searcher/writers.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

Article dated(std::string id, std::string date, std::string body) {
  Article made = article(std::move(id), "", std::move(body));
  made.date = std::move(date);
  return made;
}

class Matching : public ::testing::Test {
 protected:
  SearchResults search(std::string query, MatchingStrategy matching) {
    SearchRequest request;
    request.query = std::move(query);
    request.matching = matching;
    return index_.search(request);
  }
  std::vector<std::string> all(std::string query) {
    return ids_of(search(std::move(query), MatchingStrategy::kAll));
  }
  std::vector<std::string> last(std::string query) {
    return ids_of(search(std::move(query), MatchingStrategy::kLast));
  }

  SearchIndex index_{{dated("a", "2025-03-01", "سفينة كبيرة في المرفأ"),
                      dated("b", "2025-03-04", "سفن ومرفأ وعاصفة"),
                      dated("c", "", "عاصفة في البحر"),
                      dated("d", "2025-03-02", "وزير النقل في المرفأ القديم")}};
};

TEST_F(Matching, AnyIsTheDefault) {
  EXPECT_EQ(SearchRequest{}.matching, MatchingStrategy::kAny);
  EXPECT_THAT(index_.ids("سفينة عاصفة"), UnorderedElementsAre("a", "b", "c"));
}

TEST_F(Matching, AllDemandsEveryWordInAnyForm) {
  EXPECT_THAT(all("سفينة عاصفة"), ElementsAre("b"));
  EXPECT_THAT(all("سفينة المرفأ"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(all("سفينة وزير"), IsEmpty());
  EXPECT_THAT(all("في المرفأ"), UnorderedElementsAre("a", "b", "d")) << "a function word";
  EXPECT_THAT(all("سفي* كبيرة"), ElementsAre("a"));
}

TEST_F(Matching, AllDemandsWordsBesideSignsAndFieldsToo) {
  EXPECT_THAT(all("+مرفأ عاصفة"), ElementsAre("b"));
  EXPECT_THAT(all("مرفأ -عاصفة"), UnorderedElementsAre("a", "d"));
  EXPECT_THAT(all("مرفأ سفينة date:2025-03-01"), ElementsAre("a"));
  EXPECT_THAT(all("«سفينة كبيرة» مرفأ"), ElementsAre("a"));
}

TEST_F(Matching, AllCountsWhatHasAll) {
  const SearchResults results = search("سفينة المرفأ", MatchingStrategy::kAll);
  EXPECT_EQ(results.estimated_total, 2U);
  EXPECT_TRUE(results.exhaustive);
}

TEST_F(Matching, LastDropsLastWordsUntilSomethingIsFound) {
  EXPECT_THAT(last("سفينة عاصفة"), ElementsAre("b"));
  EXPECT_THAT(last("سفينة عاصفة وزير"), ElementsAre("b"));
  EXPECT_THAT(last("وزير سفينة عاصفة"), ElementsAre("d"));
  EXPECT_THAT(last("+سفينة عاصفة وزير"), ElementsAre("b"));
  EXPECT_THAT(last("سفينة وزير «مرفأ قديم»"), UnorderedElementsAre("a", "b"));
  EXPECT_EQ(search("سفينة عاصفة وزير", MatchingStrategy::kLast).estimated_total, 1U);
  EXPECT_THAT(last("سفينة زرافة date:2025-03-01"), ElementsAre("a"));
}

TEST_F(Matching, LastFindsNothingWhereTheFirstWordIsNowhere) {
  EXPECT_THAT(last("زرافة سفينة"), IsEmpty());
}

TEST_F(Matching, BothGoWithSortingByDate) {
  SearchRequest request;
  request.query = "سفينة المرفأ";
  request.sort = Sort::kDateDescending;
  request.matching = MatchingStrategy::kAll;
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("b", "a"));
}

TEST_F(Matching, AQueryWithoutWordsListsTheNewestFirst) {
  EXPECT_THAT(index_.ids(""), ElementsAre("b", "d", "a", "c"));
  index_.add({dated("e", "2025-03-03", "خبر جديد")});
  index_.remove({"d"});
  const SearchResults results = index_.search("  ");
  EXPECT_THAT(ids_of(results), ElementsAre("b", "e", "a", "c"));
  EXPECT_EQ(results.estimated_total, 4U);
  EXPECT_TRUE(results.exhaustive);
}

TEST_F(Matching, AQueryWithoutWordsShowsHowArticlesBegin) {
  const SearchResults results = index_.search("");
  ASSERT_THAT(results.hits[0].snippets, SizeIs(1));
  EXPECT_EQ(results.hits[0].snippets[0].text, "سفن ومرفأ وعاصفة");
  EXPECT_THAT(results.hits[0].snippets[0].marks, IsEmpty());
}

TEST_F(Matching, AQueryWithoutWordsGoesWithFiltersPagesAndFacets) {
  SearchRequest request;
  request.filters = {"date:2025-03-01..2025-03-02"};
  request.facets = {"month"};
  request.histogram = Histogram::kDay;
  request.limit = 1;
  const SearchResults results = index_.search(request);
  EXPECT_THAT(ids_of(results), ElementsAre("d"));
  EXPECT_EQ(results.estimated_total, 2U);
  EXPECT_THAT(results.date_histogram, SizeIs(2));
  request.offset = 1;
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("a"));
  request.sort = Sort::kDateAscending;
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("d"));
}

// The limit has passed before the match looks at the clock for the first time.
TEST_F(Matching, WhatIsNotFoundInTimeIsSaidToBeMissing) {
  for (const char* query : {"سفينة عاصفة", "«في المرفأ»", "زرافة", "", "+سفينة -عاصفة", "سف*"}) {
    SearchRequest request;
    request.query = query;
    request.time_limit_seconds = 1e-9;
    request.facets = {"source"};
    const SearchResults results = index_.search(request);
    EXPECT_TRUE(results.timed_out) << query;
    EXPECT_FALSE(results.exhaustive) << query;
    EXPECT_FALSE(results.facets_exact) << query;
    EXPECT_THAT(to_json(results), HasSubstr("\"timedOut\":true"));
    EXPECT_THAT(to_terminal(results, TerminalStyle()), HasSubstr("time limit"));
  }
}

TEST_F(Matching, ALimitThatIsNotReachedChangesNothing) {
  for (const char* query : {"سفينة عاصفة", "«في المرفأ»", "زرافة", "", "+سفينة -عاصفة", "سف*"}) {
    SearchRequest request;
    request.query = query;
    SearchResults expected = index_.search(request);
    request.time_limit_seconds = 3600;
    SearchResults results = index_.search(request);
    results.processing_ms = expected.processing_ms = 0;
    EXPECT_EQ(to_json(results), to_json(expected));
    EXPECT_THAT(to_json(results), Not(HasSubstr("timedOut")));
  }
}

}  // namespace
}  // namespace fihris::testing
