// The articles that go together with one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kDam =
    "افتتحت السلطات سد النهضة الجديد على نهر الوادي بعد أشغال دامت سبع سنوات، وقال المهندس "
    "المشرف إن السد يخزن مئتي مليون متر مكعب ويسقي آلاف الهكتارات من بساتين الرمان في السهل، "
    "وإن الفلاحين سيدفعون رسما رمزيا عن كل ساقية";

std::vector<std::string> related_ids(SearchIndex& index, const std::string& id,
                                     std::size_t limit = 10) {
  const auto related = index.searcher().related(id, limit);
  if (!related) return {"no such article"};
  std::vector<std::string> ids;
  for (const Hit& hit : related->hits) ids.push_back(hit.article.id);
  return ids;
}

std::vector<Article> articles() {
  Article dam = article("dam", "افتتاح سد جديد", kDam);
  dam.source = "المشرق";
  dam.date = "2025-04-01";
  Article copy = article("copy", "السلطات تدشن سدا", kDam);
  copy.source = "الأطلس";
  copy.date = "2025-04-01";
  std::vector<Article> all = {
      dam, copy,
      article("farm", "بساتين الرمان تنتظر ماء السد",
              "يقول الفلاحون إن ساقية السد تكفي آلاف الهكتارات في السهل وإن الرسم الرمزي مقبول"),
      article("band", "حفل موسيقي", "عزفت الفرقة مقطوعات على العود والقانون"),
      article("match", "تعادل بلا أهداف", "سدد المهاجم كرات كثيرة فوق العارضة")};
  for (int i = 0; i < 20; ++i) {
    all.push_back(article("f" + std::to_string(i), "خبر", "نشرة جوية وأسعار الصرف والصيدليات"));
  }
  return all;
}

class Related : public ::testing::Test {
 protected:
  SearchIndex index_{articles()};
};

TEST_F(Related, ShareTheWordsThatTellTheArticleFromOthers) {
  EXPECT_THAT(related_ids(index_, "dam"), ElementsAre("farm"));
}

TEST_F(Related, DoNotIncludeTheArticleOrItsCopies) {
  EXPECT_THAT(related_ids(index_, "dam"), Not(Contains("dam")));
  const auto related = index_.searcher().related("dam");
  ASSERT_TRUE(related.has_value());
  ASSERT_EQ(related->duplicates.size(), 1U);
  EXPECT_EQ(related->duplicates[0].id, "copy");
  EXPECT_EQ(related->duplicates[0].source, "الأطلس");
}

TEST_F(Related, CopiesOfAnotherStoryAreFolded) {
  const auto related = index_.searcher().related("farm");
  ASSERT_TRUE(related.has_value());
  ASSERT_EQ(related->hits.size(), 1U);
  EXPECT_EQ(related->hits[0].duplicates.size(), 1U);
}

TEST_F(Related, AreNoMoreThanAskedFor) {
  index_.add({article("more", "سد ثان", "بساتين الرمان في السهل والساقية والفلاحون وأشغال السد")});
  EXPECT_EQ(related_ids(index_, "dam", 1).size(), 1U);
  EXPECT_THAT(related_ids(index_, "dam", 0), IsEmpty());
}

TEST_F(Related, FollowUpdates) {
  index_.add({article("late", "الرمان والسد",
                      "موسم بساتين الرمان في السهل بعد أشغال السد وافتتاحه، والفلاحون يسقون")});
  EXPECT_THAT(related_ids(index_, "dam"), Contains("late"));
  EXPECT_THAT(related_ids(index_, "late"), Contains("dam"));
  index_.remove({"farm"});
  EXPECT_THAT(related_ids(index_, "dam"), Not(Contains("farm")));
}

TEST_F(Related, OfAnUnknownArticleAreNothing) {
  EXPECT_FALSE(index_.searcher().related("nobody").has_value());
  index_.remove({"dam"});
  EXPECT_FALSE(index_.searcher().related("dam").has_value());
}

TEST_F(Related, OfAnArticleWithoutWordsAreNone) {
  index_.add({article("empty", "", "في من على 12")});
  EXPECT_THAT(related_ids(index_, "empty"), IsEmpty());
}

}  // namespace
}  // namespace fihris::testing
