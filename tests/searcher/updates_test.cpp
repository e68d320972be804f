// A searcher follows its index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "fihris/store/error.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

std::set<std::string> visited(Searcher& searcher) {
  std::set<std::string> ids;
  searcher.for_each_article(
      [&ids](const Article& article) { EXPECT_TRUE(ids.insert(article.id).second) << article.id; });
  return ids;
}

TEST(Updates, AreSeenByTheNextRequest) {
  SearchIndex index(bodies({"سفينة في المرفأ", "سفينة في البحر"}));
  EXPECT_THAT(index.ids("سفينة"), UnorderedElementsAre("a", "b"));
  index.add({article("c", "", "سفينة ثالثة")});
  EXPECT_THAT(index.ids("سفينة"), UnorderedElementsAre("a", "b", "c"));
  EXPECT_EQ(index.searcher().live_articles(), 3U);
}

TEST(Updates, TakeThePlaceOfTheOldText) {
  SearchIndex index(bodies({"سفينة في المرفأ", "سفينة في البحر"}));
  index.add({article("a", "", "قطار في المحطة")});
  EXPECT_THAT(index.ids("سفينة"), ElementsAre("b"));
  EXPECT_THAT(index.ids("قطار"), ElementsAre("a"));
  EXPECT_THAT(index.ids("+سفينة"), ElementsAre("b"));
  EXPECT_THAT(index.ids("+«سفينة في المرفأ»"), IsEmpty());
  EXPECT_EQ(index.searcher().get("a")->body, "قطار في المحطة");
}

TEST(Updates, DeletedArticlesAreNowhere) {
  SearchIndex index(bodies({"سفينة في المرفأ", "سفينة في البحر", "سفينة على الرصيف"}));
  index.remove({"b"});
  const SearchResults results = index.search("سفينة");
  EXPECT_THAT(ids_of(results), UnorderedElementsAre("a", "c"));
  EXPECT_EQ(results.estimated_total, 2U);
  EXPECT_THAT(index.ids("الذي -سفينة"), IsEmpty());
  EXPECT_THAT(index.ids("-قطار"), UnorderedElementsAre("a", "c"));
  EXPECT_EQ(index.searcher().get("b"), std::nullopt);
  EXPECT_THAT(visited(index.searcher()), UnorderedElementsAre("a", "c"));
}

TEST(Updates, RankTogetherWithTheRest) {
  SearchIndex index(bodies({"سفينة شحن في المرفأ القديم", "قارب صيد"}));
  index.add({article("new", "", "سفينة شحن")});
  EXPECT_THAT(index.ids("«سفينة شحن»"), UnorderedElementsAre("a", "new"));
  EXPECT_THAT(index.ids("سفينة شحن"), ElementsAre("new", "a"));
  EXPECT_THAT(visited(index.searcher()), UnorderedElementsAre("a", "b", "new"));
}

TEST(Updates, ChangeNothingWhenMerged) {
  SearchIndex index(bodies({"سفينة شحن في المرفأ القديم", "قارب صيد", "سفينة حربية"}));
  index.add({article("new", "", "سفينة شحن")});
  index.remove({"c"});
  const std::vector<std::string> before = index.ids("سفينة شحن");
  index.compact();
  EXPECT_EQ(index.ids("سفينة شحن"), before);
  EXPECT_THAT(visited(index.searcher()), UnorderedElementsAre("a", "b", "new"));
}

// A writer that commits twice pulls the delta away under a reader: the reader starts again and
// repeats nothing.
TEST(Updates, DuringARequestDoNotDisturbIt) {
  SearchIndex index(bodies({"سفينة في المرفأ", "قارب صيد"}));
  std::vector<Article> more;
  std::set<std::string> expected = {"a", "b"};
  for (int i = 0; i < 300; ++i) {
    std::string body = "خبر رقم " + std::to_string(i);
    for (int n = 0; n < 200; ++n) body += " كلمة" + std::to_string(i * 1000 + n);
    more.push_back(article("m" + std::to_string(i), "", body));
    expected.insert(more.back().id);
  }
  index.add(more);
  std::set<std::string> seen;
  index.searcher().for_each_article([&](const Article& found) {
    EXPECT_TRUE(seen.insert(found.id).second) << found.id;
    if (seen.size() == 10) {
      for (int i = 0; i < 3; ++i) index.add({article("m" + std::to_string(i), "", "نص جديد")});
    }
  });
  EXPECT_TRUE(std::includes(seen.begin(), seen.end(), expected.begin(), expected.end()));
}

TEST(Updates, ASearcherNeedsAnIndex) {
  try {
    Searcher::open("/nonexistent/fihris-index");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIndexMissing);
  }
}

}  // namespace
}  // namespace fihris::testing
