// Fields.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query_text.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(QueryFields, HaveNamesInTwoLanguages) {
  EXPECT_EQ(tree_of("title:زلزال"), "title(زلزال)");
  EXPECT_EQ(tree_of("عنوان:زلزال"), "title(زلزال)");
  EXPECT_EQ(tree_of("Source:رويترز"), "source(رويترز)");
  EXPECT_EQ(tree_of("مصدر:رويترز"), "source(رويترز)");
  EXPECT_EQ(tree_of("كاتب:«طه حسين»"), "author(\"طه حسين\")");
  EXPECT_EQ(tree_of("قسم:رياضة"), "section(رياضة)");
  EXPECT_EQ(tree_of("وسم:قمة"), "tag(قمة)");
}

TEST(QueryFields, MayBeWrittenWithOtherColonsAndMarks) {
  EXPECT_EQ(tree_of("عنوان：زلزال"), "title(زلزال)");
  EXPECT_EQ(tree_of("\u200Fعُنْوان:زلزال"), "title(زلزال)");
}

TEST(QueryFields, TakeSignsPhrasesPrefixesAndGroups) {
  EXPECT_EQ(tree_of("-source:رويترز قمة"), "any(-source(رويترز) قمة)");
  EXPECT_EQ(tree_of("title:«قمة المناخ»"), "title(\"قمة المناخ\")");
  EXPECT_EQ(tree_of("title:=قمة"), "title(=قمة)");
  EXPECT_EQ(tree_of("title:استثمار*"), "title(استثمار*)");
  EXPECT_EQ(tree_of("source:(رويترز أو «فرانس برس»)"), "source(either(رويترز \"فرانس برس\"))");
}

TEST(QueryFields, NeedTheirValueAtOnce) {
  EXPECT_EQ(tree_of("مصدر: مقتل خمسة"), "any(مصدر: مقتل خمسة)");
  EXPECT_THAT(noted("مصدر: مقتل خمسة"), ElementsAre("مصدر:"));
}

TEST(QueryFields, MakeOperatorsOfWhatStandsBesideThem) {
  EXPECT_EQ(tree_of("source:رويترز OR source:وفا"), "either(source(رويترز) source(وفا))");
  EXPECT_EQ(tree_of("source:رويترز أو قمة"), "either(source(رويترز) قمة)");
  EXPECT_EQ(tree_of("قمة و source:رويترز"), "all(قمة source(رويترز))");
  EXPECT_EQ(tree_of("source:(رويترز وفا) AND قمة"), "all(source(any(رويترز وفا)) قمة)");
  EXPECT_EQ(tree_of("قمة NOT source:رويترز"), "all(قمة -source(رويترز))");
  EXPECT_EQ(tree_of("شاي أو قهوة source:رويترز"), "any(شاي أو قهوة source(رويترز))");
}

TEST(QueryFields, OfTextHaveNoRangesAndSaySo) {
  EXPECT_THAT(noted("source:ا..ي"), ElementsAre("source:ا..ي"));
  EXPECT_THAT(noted("source:رويترز"), IsEmpty());
  EXPECT_THAT(noted("date:2025..2026"), IsEmpty());
}

TEST(QueryFields, WithoutASlotCanNotBeAskedForAnyValue) {
  EXPECT_THAT(noted("title:*"), ElementsAre("title:*"));
  EXPECT_THAT(noted("source:*"), IsEmpty());
}

TEST(QueryFields, ThatDoNotExistAreWords) {
  EXPECT_EQ(tree_of("athor:حسين"), "athor:حسين");
  EXPECT_THAT(noted("athor:حسين"), ElementsAre("athor"));
  EXPECT_EQ(tree_of("تحليل:الحل"), "تحليل:الحل");
  EXPECT_THAT(noted("تحليل:الحل في 10:30"), IsEmpty());
  EXPECT_THAT(noted("https://example.org"), IsEmpty());
}

}  // namespace
}  // namespace fihris::testing
