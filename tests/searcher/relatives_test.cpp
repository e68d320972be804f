// Another word of a missing word's family: marked, and told by the tier.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

class Relatives : public ::testing::Test {
 protected:
  Hit hit(SearchRequest request, std::string_view id) {
    for (Hit& each : index_.search(std::move(request)).hits) {
      if (each.article.id == id) return std::move(each);
    }
    ADD_FAILURE() << id << " is not found";
    return {};
  }
  Hit hit(std::string query, std::string_view id) {
    SearchRequest request;
    request.query = std::move(query);
    return hit(std::move(request), id);
  }

  SearchIndex index_{
      {article("school", "مدرسة القرية", "افتتح الوالي المدرسة بعد درس قصير عن الماء"),
       article("lesson", "درس في القرية", "افتتح الوالي الموسم وألقى درسا عن الماء أمام الأهالي"),
       article("park", "حديقة القرية", "افتتح الوالي الحديقة الكبيرة"),
       article("names", "بيان", "وصل حمود إلى الميناء ومعه حامد وأحمد"),
       article("other", "سكة", "تأخر القطار ساعة كاملة عن موعده")}};
};

TEST_F(Relatives, AreMarkedInTitleAndPassage) {
  const Hit found = hit("افتتح المدرسة", "lesson");
  EXPECT_EQ(marked(found.title), "درس");
  ASSERT_THAT(found.snippets, SizeIs(1));
  EXPECT_EQ(marked(found.snippets[0]), "افتتح|درسا");
}

TEST_F(Relatives, MakeAHitOfTheFamilyTier) {
  EXPECT_EQ(hit("افتتح المدرسة", "lesson").tier, MatchTier::kFamily);
  EXPECT_EQ(hit("افتتح المدرسة", "park").tier, MatchTier::kLemma);
}

TEST_F(Relatives, AreLeftAloneWhereTheWordItselfIs) {
  const Hit found = hit("افتتح المدارس", "school");
  EXPECT_EQ(marked(found.title), "مدرسة");
  EXPECT_EQ(marked(found.snippets[0]), "افتتح|المدرسة");
  EXPECT_EQ(found.tier, MatchTier::kLemma);
}

TEST_F(Relatives, OfOneHitAreNotMarkedInTheNext) {
  index_.add({article("after", "درس", "افتتح الوالي مدرسة ثم ألقى درسا في مدرسة أخرى")});
  for (const Hit& each : index_.search("افتتح المدرسة").hits) {
    if (each.article.id != "after") continue;
    EXPECT_EQ(marked(each.title), "");
    EXPECT_EQ(marked(each.snippets[0]), "افتتح|مدرسة|مدرسة");
    return;
  }
  FAIL() << "the article is not found";
}

TEST_F(Relatives, FindNothingByThemselves) {
  EXPECT_THAT(index_.ids("مدرسة"), ElementsAre("school"));
  EXPECT_THAT(index_.ids("+افتتح +مدرسة"), ElementsAre("school"));
}

TEST_F(Relatives, AreNotForNames) {
  EXPECT_EQ(marked(hit("محمد الميناء", "names").snippets[0]), "الميناء");
  EXPECT_EQ(hit("محمد الميناء", "names").tier, MatchTier::kLemma);
}

TEST_F(Relatives, AreMarkedWhenSortedByDateAsWell) {
  SearchRequest request;
  request.query = "افتتح زرافة مدرسة";
  request.sort = Sort::kDateDescending;
  EXPECT_EQ(marked(hit(request, "lesson").title), "درس");
  EXPECT_EQ(hit(request, "school").tier, MatchTier::kLemma);
}

TEST_F(Relatives, OfAWordOfTitlesAreMarkedInTitlesOnly) {
  const Hit found = hit("(افتتح OR title:مدرسة)", "lesson");
  EXPECT_EQ(marked(found.title), "درس");
  EXPECT_EQ(marked(found.snippets[0]), "افتتح");
}

TEST_F(Relatives, AreTheSameBeyondTheSecondPass) {
  std::vector<Article> many;
  for (int i = 0; i < 60; ++i) {
    many.push_back(article("n" + std::to_string(i), "خبر", "فيضان وألقى الأستاذ درسا"));
  }
  index_.add(many);
  SearchRequest request;
  request.query = "فيضان مدرسة";
  request.limit = 100;
  request.fold = false;
  std::size_t marked_so = 0;
  for (const Hit& each : index_.search(request).hits) {
    if (each.article.id.front() != 'n') continue;
    EXPECT_EQ(marked(each.snippets[0]), "فيضان|درسا") << each.article.id;
    EXPECT_EQ(each.tier, MatchTier::kFamily) << each.article.id;
    ++marked_so;
  }
  EXPECT_EQ(marked_so, 60U);
}

}  // namespace
}  // namespace fihris::testing
