// Articles from files of plain text: their identity. What becomes of their lines is tested
// with the cleaner.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

TEST(TextArticle, IsNamedByPathAndContent) {
  const Article a = parsed_text("خبر قصير عن المطر في الساحل.");
  EXPECT_THAT(a.id, MatchesRegex("page\\.txt#[0-9a-f]{8}"));
  EXPECT_EQ(a.path, "folder/page.txt");
  EXPECT_NE(parsed_text("خبر آخر عن المطر في الساحل.").id, a.id);
}

TEST(TextArticle, NeedsWords) {
  EXPECT_THAT(refused({RawRecord::Format::kText, "*** | ***\n", "f.txt", "f.txt", 0}),
              HasSubstr("no words"));
}

}  // namespace
}  // namespace fihris::testing
