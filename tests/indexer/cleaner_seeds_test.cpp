// Five real pages, which are not ours to ship: what must and must not be in the articles they come
// out as.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "fihris/indexer/cleaner.h"
#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class RealPage : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(FIHRIS_SHARED_DIR) / "seeds";
    if (!std::filesystem::is_directory(folder_)) GTEST_SKIP() << "no real pages at " << folder_;
  }

  // The page whose file name begins with `number`.
  Article article(std::string_view number) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      if (entry.path().filename().string().substr(0, number.size()) == number) {
        return clean_page(read_whole(entry.path()));
      }
    }
    ADD_FAILURE() << "no page " << number << " in " << folder_;
    return {};
  }

 private:
  std::filesystem::path folder_;
};

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

TEST_F(RealPage, WithSummaryBrokenParagraphsAndAgencies) {
  const Article a = article("000");
  EXPECT_EQ(lines_of(a.summary), 3U);
  EXPECT_EQ(lines_of(a.body), 4U);
  EXPECT_THAT(a.title, HasSubstr("وفد سوري"));
  EXPECT_THAT(a.body, HasSubstr("لافروف سيجري"));
  EXPECT_THAT(a.body, HasSubstr("الشرع وفداً"));
  EXPECT_THAT(a.body, Not(HasSubstr("أسوشييتد")));
  EXPECT_THAT(a.agencies, ElementsAre("رويترز", "أسوشييتد برس", "العربي الجديد"));
}

TEST_F(RealPage, WithNothingToDrop) {
  const Article a = article("001");
  EXPECT_EQ(lines_of(a.body), 10U);
  EXPECT_THAT(a.title, HasSubstr("الرئيس الروسي"));
  EXPECT_THAT(a.agencies, IsEmpty());
  EXPECT_EQ(a.summary, "");
}

TEST_F(RealPage, WithSubheadingsAndNoEmptyLines) {
  const Article a = article("002");
  EXPECT_EQ(lines_of(a.body), 13U);
  EXPECT_THAT(a.title, HasSubstr("الشيباني"));
  EXPECT_THAT(a.body, HasSubstr("\nأجندة المباحثات\n"));
}

TEST_F(RealPage, WithTitleAndOtherArticlesBelow) {
  const Article a = article("003");
  EXPECT_THAT(a.title, HasSubstr("يصل موسكو"));
  EXPECT_EQ(a.section, "سياسي");
  for (const char* noise :
       {"مقالات ذات صلة", "Syria One", "اليابان", "مخدرات", "هنغارية", "\n16", "107"}) {
    EXPECT_THAT(a.body, Not(HasSubstr(noise)));
  }
  EXPECT_THAT(a.body, HasSubstr("والأمن المشترك"));
}

TEST_F(RealPage, WithStrokesCaptionAndSharePrompts) {
  const Article a = article("004");
  for (const char* noise : {"|", "شاركها", "اترك تعليق", "Exit mobile version", "مواقع التواصل"}) {
    EXPECT_THAT(a.body, Not(HasSubstr(noise)));
  }
  EXPECT_THAT(a.title, HasSubstr("بوتين"));
  EXPECT_THAT(a.body, HasSubstr("\nلافروف: ندعم وحدة سوريا\n"));
  EXPECT_THAT(a.body, HasSubstr("شرق المتوسط"));
}

TEST_F(RealPage, CarriesNoDateline) {
  for (const char* number : {"000", "001", "002", "003", "004"})
    EXPECT_EQ(article(number).date, "") << number;
}

}  // namespace
}  // namespace fihris::testing
