// Why nothing is found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Kind = Relaxation::Kind;

class Explanations : public ::testing::Test {
 protected:
  Explanations() {
    Article dated = article("s", "", "عاد الصيادون إلى الميناء");
    dated.source = "جريدة الساحل";
    dated.date = "2024-03-05";
    index_.add({dated});
  }
  Explanation explain(std::string_view query, std::vector<std::string> filters = {}) {
    SearchRequest request;
    request.query = query;
    request.filters = std::move(filters);
    request.corrections = {false, false, false};
    return index_.search(request).explanation.value();
  }
  // kind, what is left of the query, articles
  using Offer = std::tuple<Kind, std::string, std::uint64_t>;
  std::vector<Offer> offers(std::string_view query) {
    std::vector<Offer> found;
    for (const Relaxation& each : explain(query).relaxations) {
      found.emplace_back(each.kind, each.query, each.articles);
    }
    return found;
  }

  SearchIndex index_{bodies({
      "رست السفينة في الميناء القديم",    // a
      "غادرت السفينة الكبيرة بعد الظهر",  // b
  })};
};

TEST_F(Explanations, ComeOnlyWhenNothingIsFound) {
  EXPECT_FALSE(index_.search("سفينة").explanation);
  EXPECT_TRUE(index_.search("زرافة").explanation);
}

TEST_F(Explanations, SayWhichWordsAreInTheIndex) {
  const Explanation explanation = explain("+السفن +الزرافة في");
  ASSERT_THAT(explanation.words, SizeIs(3));
  EXPECT_EQ(explanation.words[0].word, "السفن");
  EXPECT_EQ(explanation.words[0].lemma, "سفينه");
  EXPECT_EQ(explanation.words[0].articles, 2U);
  EXPECT_EQ(explanation.words[1].word, "الزرافة");
  EXPECT_EQ(explanation.words[1].articles, 0U);
  EXPECT_TRUE(explanation.words[2].function_word);
}

TEST_F(Explanations, NameOtherSpellingsThatWereTried) {
  index_.add({article("n", "", "ترك زغردوفسكي فريقه")});
  const Explanation explanation = explain("+زغرودوفسكي +الميناء");
  ASSERT_THAT(explanation.words, SizeIs(2));
  EXPECT_THAT(explanation.words[0].tried, ElementsAre("زغردوفسكي"));
}

TEST_F(Explanations, OfferTheQueryWithoutADemand) {
  EXPECT_THAT(offers("+زرافة سفينة"), ElementsAre(Offer(Kind::kRequired, "زرافة سفينة", 2)));
  EXPECT_THAT(offers("\"ميناء السفينة\""), ElementsAre(Offer(Kind::kQuotes, "ميناء السفينة", 3)));
  EXPECT_THAT(offers("\"ظهر السفينة\"~1"), ElementsAre(Offer(Kind::kQuotes, "ظهر السفينة", 2)));
  EXPECT_THAT(offers("=سفينة"), ElementsAre(Offer(Kind::kForm, "سفينة", 2)));
  EXPECT_THAT(offers("+ميناء -قديم -صياد"),
              ElementsAre(Offer(Kind::kExcluded, "+ميناء  -صياد", 1),
                          Offer(Kind::kExcluded, "+ميناء -قديم ", 1)));
  EXPECT_THAT(offers("سفينة source:الأهرام"), ElementsAre(Offer(Kind::kField, "سفينة ", 2)));
  EXPECT_THAT(offers("صياد date:1999"), ElementsAre(Offer(Kind::kDates, "صياد ", 1)));
  EXPECT_THAT(offers("(زرافة و سفينة)"), ElementsAre(Offer(Kind::kOperators, "زرافة سفينة", 2)));
}

TEST_F(Explanations, OfferToDropAFilter) {
  const Explanation explanation = explain("ميناء", {"date:1999", "source:جريدة الساحل"});
  ASSERT_THAT(explanation.relaxations, SizeIs(1));
  EXPECT_EQ(explanation.relaxations[0].kind, Kind::kFilter);
  EXPECT_EQ(explanation.relaxations[0].part, "date:1999");
  EXPECT_THAT(explanation.relaxations[0].filters, ElementsAre("source:جريدة الساحل"));
  EXPECT_EQ(explanation.relaxations[0].articles, 1U);
}

// More of them than are ranked, so that the count is an estimate unless all are counted.
TEST_F(Explanations, CountAsASearchDoes) {
  std::vector<Article> many;
  for (int i = 0; i < 120; ++i) {
    const std::string body = "سفينة رقم " + std::to_string(i);
    many.push_back(article("m" + std::to_string(i), "", body + (i % 3 == 0 ? " قديم" : "")));
  }
  index_.add(many);
  SearchRequest request;
  request.query = "+سفينة -قديم";
  request.filters = {"date:1999"};
  for (const bool counts_all : {false, true}) {
    request.facets.resize(counts_all ? 1 : 0, "year");
    for (const Sort sort : {Sort::kRelevance, Sort::kDateDescending}) {
      request.sort = sort;
      const Explanation explanation = index_.search(request).explanation.value();
      ASSERT_THAT(explanation.relaxations, SizeIs(1));
      SearchRequest relaxed = request;
      relaxed.filters.clear();
      const SearchResults found = index_.search(relaxed);
      EXPECT_EQ(explanation.relaxations[0].articles, found.estimated_total);
      if (counts_all) {
        EXPECT_EQ(found.estimated_total, 81U);
      }
    }
  }
}

TEST_F(Explanations, OfferNothingThatFindsNothing) {
  EXPECT_THAT(explain("+زرافة").relaxations, IsEmpty());
  EXPECT_THAT(explain("\"زرافة فيل\"").relaxations, IsEmpty());
}

TEST_F(Explanations, AreBounded) {
  std::string many;
  for (int i = 0; i < 60; ++i) many += "+زرافة" + std::to_string(i) + " ";
  EXPECT_NO_THROW(explain(many));
}

}  // namespace
}  // namespace fihris::testing
