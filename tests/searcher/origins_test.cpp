// Places and their adjectives: فلسطين and فلسطيني.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Origins : public ::testing::Test {
 protected:
  SearchIndex index_{bodies({
      "ودائع مجمدة في مصارف لبنان منذ أعوام",   // a
      "شكا المودعون اللبنانيون من القيود",      // b
      "زار أحمد وحمود معرض الكتاب",             // c
      "قال الرئيس الروسي إن الاتفاق قريب",      // d
      "زار رئيس روسيا المدينة في الصباح",       // e
      "محادثات بين لبنان والوفد اللبناني غدا",  // f
  })};
};

TEST_F(Origins, FindOneAnotherBothWays) {
  EXPECT_THAT(index_.ids("لبنان"), UnorderedElementsAre("a", "b", "f"));
  EXPECT_THAT(index_.ids("اللبنانية"), UnorderedElementsAre("a", "b", "f"));
  EXPECT_THAT(index_.ids("محمد"), IsEmpty());
}

TEST_F(Origins, StandBehindTheWordThatWasTyped) {
  EXPECT_EQ(index_.ids("روسيا").front(), "e");
  EXPECT_EQ(index_.ids("الروسي").front(), "d");
}

TEST_F(Origins, AreMarkedAndOfTheFamilyTier) {
  const SearchResults results = index_.search("روسية");
  ASSERT_EQ(results.hits.size(), 2U);
  EXPECT_EQ(results.hits[0].tier, MatchTier::kLemma);
  EXPECT_EQ(results.hits[1].tier, MatchTier::kFamily);
  ASSERT_EQ(results.hits[1].snippets.size(), 1U);
  EXPECT_EQ(marked(results.hits[1].snippets[0]), "روسيا");
}

TEST_F(Origins, MeetADemandButNoQuotesNoEqualsSignAndNoMinus) {
  EXPECT_THAT(index_.ids("+لبناني +ودائع"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("«رئيس روسيا»"), ElementsAre("e"));
  EXPECT_THAT(index_.ids("=اللبنانيون"), ElementsAre("b"));
  EXPECT_THAT(index_.ids("رئيس -روسيا"), ElementsAre("d"));
}

TEST_F(Origins, OfWordsThatAreBothTypedAreNotCountedTwice) {
  SearchRequest request;
  request.query = "لبنان واللبنانيون";
  request.explain = true;
  const SearchResults results = index_.searcher().search(request);
  ASSERT_FALSE(results.hits.empty());
  EXPECT_EQ(results.hits[0].article.id, "f");
  ASSERT_TRUE(results.trace);
  const std::string& query = results.trace->xapian;
  EXPECT_EQ(query.find("لبناني"), query.rfind("لبناني")) << query;
}

}  // namespace
}  // namespace fihris::testing
