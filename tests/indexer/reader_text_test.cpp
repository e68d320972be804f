// Articles from files of plain text: their identity. What becomes of their lines is tested
// with the cleaner.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;

TEST(TextArticle, IsNamedByItsPathWhateverItSays) {
  const Article a = parsed_text("خبر قصير عن المطر في الساحل.");
  EXPECT_EQ(a.id, "page.txt");
  EXPECT_EQ(a.path, "folder/page.txt");
  EXPECT_EQ(parsed_text("خبر آخر عن المطر في الساحل.").id, a.id);
}

TEST(TextArticle, NeedsWords) {
  EXPECT_THAT(refused({RawRecord::Format::kText, "*** | ***\n", "f.txt", "f.txt", 0}),
              HasSubstr("no words"));
}

}  // namespace
}  // namespace fihris::testing
