// Names that are joined or split, telephone numbers, and quotations that are nowhere.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(Spacing, NamesAreFoundJoinedAndSplit) {
  SearchIndex index(bodies({"قال عبد الله بن زايد", "الملك عبدالله الثاني", "معرض أبو ظبي للكتاب",
                            "مطار أبوظبي الدولي", "صفحة على فيسبوك", "حساب في فيس بوك"}));
  EXPECT_THAT(index.ids("عبدالله"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("أبوظبي"), UnorderedElementsAre("c", "d"));
  EXPECT_THAT(index.ids("+(فيسبوك)"), UnorderedElementsAre("e", "f"));
  EXPECT_THAT(index.ids("«عبدالله بن زايد»"), ElementsAre("a"));
  EXPECT_THAT(index.ids("«الملك عبد الله الثاني»"), ElementsAre("b"));
}

TEST(Spacing, PartsMustBeNeighbours) {
  SearchIndex index(bodies({"أبو الولد من ظبي", "مطار أبوظبي"}));
  EXPECT_THAT(index.ids("أبوظبي"), ElementsAre("b"));
}

TEST(Spacing, TelephoneNumbersMeetAcrossDashes) {
  SearchIndex index(bodies({"هاتف 011-234-5678", "هاتف 0112345678"}));
  EXPECT_THAT(index.ids("0112345678"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("+011-234-5678"), UnorderedElementsAre("a", "b"));
}

TEST(Quotations, LongOnesThatAreNowhereRankAsWords) {
  SearchIndex index(bodies({"ارتفع سقف الدين في العالم", "زار الوزير المدينة"}));
  const SearchResults found = index.search("«سقف الدين العالمي الجديد»");
  ASSERT_EQ(found.hits.size(), 1U);
  ASSERT_FALSE(found.diagnostics.empty());
  EXPECT_THAT(found.diagnostics.front().message, ::testing::HasSubstr("ranked as words"));
  EXPECT_THAT(index.ids("«المدينة الوزير»"), IsEmpty());
  EXPECT_THAT(index.ids("+«سقف الدين العالمي الجديد»"), IsEmpty());
}

TEST(Dashes, AroundWordsAreText) {
  SearchIndex index(bodies({"هيئة مكافحة الفساد", "عمر رضي الله عنه خطب"}));
  EXPECT_THAT(index.ids("مكافحة -الفساد-"), ElementsAre("a"));
  EXPECT_THAT(index.ids("خطب عمر -رضي الله عنه-"), ElementsAre("b"));
  EXPECT_THAT(index.ids("مكافحة -الفساد"), IsEmpty());
}

TEST(OtherKeys, ANounIsFoundByTheVerbItMayBe) {
  SearchIndex index(bodies({"الجوع يقتل الأطفال", "كشف المدير عن الخطة", "جريمة القتل"}));
  EXPECT_THAT(index.ids("قتل"), ElementsAre("c", "a"));
  EXPECT_THAT(index.ids("كشفت"), ElementsAre("b"));
}

}  // namespace
}  // namespace fihris::testing
