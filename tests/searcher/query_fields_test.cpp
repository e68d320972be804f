// Fields and dates.
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

TEST(QueryFields, ThatDoNotExistAreWords) {
  EXPECT_EQ(tree_of("athor:حسين"), "athor:حسين");
  EXPECT_THAT(noted("athor:حسين"), ElementsAre("athor"));
  EXPECT_EQ(tree_of("تحليل:الحل"), "تحليل:الحل");
  EXPECT_THAT(noted("تحليل:الحل في 10:30"), IsEmpty());
  EXPECT_THAT(noted("https://example.org"), IsEmpty());
}

struct DateCase {
  const char* query;
  const char* tree;
};

TEST(QueryDates, AreReadInManyForms) {
  const std::vector<DateCase> cases = {
      {"date:2025", "date(2025-01-01..2025-12-31)"},
      {"date:2025-07", "date(2025-07-01..2025-07-31)"},
      {"date:2024-02", "date(2024-02-01..2024-02-29)"},
      {"date:2025-07-23", "date(2025-07-23..2025-07-23)"},
      {"date:20250723", "date(2025-07-23..2025-07-23)"},
      {"date:23/7/2025", "date(2025-07-23..2025-07-23)"},
      {"date:07-2025", "date(2025-07-01..2025-07-31)"},
      {"تاريخ:٢٠٢٥", "date(2025-01-01..2025-12-31)"},
      {"تاريخ:۲۰۲۵-۰۷", "date(2025-07-01..2025-07-31)"},
      {"تاريخ:\"يوليو 2025\"", "date(2025-07-01..2025-07-31)"},
      {"تاريخ:«23 تموز ٢٠٢٥»", "date(2025-07-23..2025-07-23)"},
      {"تاريخ:«كانون الأول 2024»", "date(2024-12-01..2024-12-31)"},
  };
  for (const DateCase& c : cases) EXPECT_EQ(tree_of(c.query), c.tree) << c.query;
}

TEST(QueryDates, FormRangesOpenOrClosed) {
  const std::vector<DateCase> cases = {
      {"date:2025-07..2025-12", "date(2025-07-01..2025-12-31)"},
      {"date:«2025-07..2025-12»", "date(2025-07-01..2025-12-31)"},
      {"تاريخ:٢٠٢٤..٢٠٢٥", "date(2024-01-01..2025-12-31)"},
      {"date:2025-07..", "date(2025-07-01..)"},
      {"date:..2025-07-23", "date(..2025-07-23)"},
      {"تاريخ:«يوليو 2025 .. أيلول 2025»", "date(2025-07-01..2025-09-30)"},
      {"-date:2025", "-date(2025-01-01..2025-12-31)"},
      {"date:(2024 OR 2025-03)",
       "either(date(2024-01-01..2024-12-31) date(2025-03-01..2025-03-31))"},
  };
  for (const DateCase& c : cases) EXPECT_EQ(tree_of(c.query), c.tree) << c.query;
}

TEST(QueryDates, AreSwappedWhenTheLaterComesFirst) {
  EXPECT_EQ(tree_of("date:2025-12..2025-07"), "date(2025-07-01..2025-12-31)");
  EXPECT_THAT(noted("date:2025-12..2025-07"), ElementsAre("date:2025-12..2025-07"));
}

TEST(QueryDates, ThatMakeNoSenseAreWords) {
  for (const char* text : {"date:2025-13", "date:2025-02-30", "date:أمس", "date:12", "date:2025-00",
                           "date:1-2-3", "date:2025-07..قريبا", "date:99999999999999999999"}) {
    EXPECT_THAT(noted(text), ElementsAre(text));
    EXPECT_THAT(tree_of(text), ::testing::Not(::testing::HasSubstr("date("))) << text;
  }
}

}  // namespace
}  // namespace fihris::testing
