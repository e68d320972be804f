// What a search says of itself when asked, and what age does to an order.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fihris/searcher/writers.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

double sum_of(const ScoreParts& parts) {
  return parts.first_pass + parts.exact + parts.window + parts.adjacent + parts.quoted +
         parts.title + parts.lead + parts.family;
}

SearchResults explained(SearchIndex& index, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.explain = true;
  return index.searcher().search(request);
}

TEST(Trace, ThePartsOfAScoreAddUpToIt) {
  SearchIndex index({article("a", "ميناء الصيد", "عاد الصيادون إلى ميناء الصيد القديم مساء"),
                     article("b", "", "ميناء بعيد لا يعرفه من يهوى الصيد في النهر")});
  const SearchResults results = explained(index, "«ميناء الصيد» القديم");
  ASSERT_FALSE(results.hits.empty());
  for (const Hit& hit : results.hits) {
    ASSERT_TRUE(hit.parts);
    EXPECT_NEAR(sum_of(*hit.parts), hit.score, 1e-9) << hit.article.id;
    EXPECT_GT(hit.parts->first_pass, 0) << hit.article.id;
  }
  EXPECT_GT(results.hits[0].parts->quoted, 0);
  EXPECT_GT(results.hits[0].parts->title, results.hits[1].parts->title);
}

TEST(Trace, TellsOfEveryWordHowItWasReadAndHowManyArticlesHaveIt) {
  SearchIndex index({article("a", "", "السفن في المرفأ"), article("b", "", "سفينة تغادر")});
  const SearchResults results = explained(index, "+سفينة في المرفأ");
  ASSERT_TRUE(results.trace);
  ASSERT_EQ(results.trace->tokens.size(), 3U);
  EXPECT_EQ(results.trace->tokens[0].text, "سفينة");
  EXPECT_EQ(results.trace->tokens[0].articles, 2U) << "singular and plural are one lemma";
  EXPECT_TRUE(results.trace->tokens[1].stop);
  EXPECT_EQ(results.trace->tree, "any(+سفينة في المرفأ)");
  EXPECT_THAT(results.trace->xapian, HasSubstr("AND_MAYBE"));
}

TEST(Trace, IsInTheOutputOnlyWhenAskedFor) {
  SearchIndex index({article("a", "", "السفن في المرفأ")});
  const SearchResults with = explained(index, "سفينة");
  const SearchResults without = index.search("سفينة");
  EXPECT_TRUE(nlohmann::json::parse(to_json(with)).contains("explain"));
  EXPECT_TRUE(nlohmann::json::parse(to_json(with))["hits"][0].contains("scoreParts"));
  EXPECT_FALSE(nlohmann::json::parse(to_json(without)).contains("explain"));
  EXPECT_THAT(to_terminal(with, TerminalStyle()), HasSubstr("firstPass"));
  EXPECT_EQ(to_terminal(without, TerminalStyle()).find("firstPass"), std::string::npos);
}

Article dated(const std::string& id, const std::string& text, const std::string& date) {
  Article made = article(id, "", text);
  made.date = date;
  return made;
}

std::vector<std::string> ids(SearchIndex& index, const std::string& query, double half_life,
                             const std::string& today = {}) {
  SearchRequest request;
  request.query = query;
  request.today = today;
  request.recency_half_life_days = half_life;
  std::vector<std::string> ids;
  for (const Hit& hit : index.searcher().search(request).hits) ids.push_back(hit.article.id);
  return ids;
}

TEST(Recency, SettlesWhatIsOtherwiseEqual) {
  SearchIndex index({dated("a", "حريق في السوق", "2019-03-01"),
                     dated("b", "حريق في السوق", "2019-03-30"), article("c", "", "حريق في السوق")});
  EXPECT_THAT(ids(index, "حريق السوق", 0), ElementsAre("a", "b", "c"));
  EXPECT_THAT(ids(index, "حريق السوق", 7), ElementsAre("b", "a", "c"));
}

TEST(Recency, DoesNotOutweighAWord) {
  SearchIndex index({dated("whole", "حريق كبير في السوق القديم", "2001-01-01"),
                     dated("part", "حريق كبير في المصنع البعيد", "2019-03-30")});
  EXPECT_THAT(ids(index, "حريق السوق القديم", 7), ElementsAre("whole", "part"));
}

TEST(Recency, AFutureDateDoesNotMakeAllOthersOld) {
  SearchIndex index({dated("misprint", "جلسة أخرى", "2199-01-01"),
                     dated("old", "حريق في السوق", "1990-01-01"),
                     dated("newer", "حريق في السوق", "2020-01-01")});
  EXPECT_THAT(ids(index, "حريق", 3650), ElementsAre("newer", "old"));
}

TEST(Recency, IsToldFromTheDayOfTheRequest) {
  SearchIndex index({dated("may", "حريق في السوق الكبير", "2019-05-30"),
                     dated("march", "حريق في السوق القديم", "2019-03-30"),
                     dated("spring", "حريق في السوق البعيد", "2019-03-01")});
  EXPECT_EQ(ids(index, "حريق", 7).front(), "may");
  // Asked in April, what comes in May is no newer than what came last.
  EXPECT_THAT(ids(index, "حريق", 7, "2019-03-15"), ElementsAre("march", "may", "spring"));
}

}  // namespace
}  // namespace fihris::testing
