#include "text/text_length.h"

#include <gtest/gtest.h>

#include <string>

namespace fihris::searcher::text {
namespace {

TEST(TextLength, CountsLettersButNoVowelSigns) {
  EXPECT_EQ(rough_graphemes(""), 0U);
  EXPECT_EQ(rough_graphemes("a"), 1U);
  EXPECT_EQ(rough_graphemes("سَفِينَةٌ"), 5U);
  EXPECT_EQ(rough_graphemes("لا 漢😀"), 5U);
}

// Longer than what is counted at once.
TEST(TextLength, PartsAddUpToTheWhole) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += i % 7 == 0 ? " " : i % 3 == 0 ? "بُ" : "س";
  const std::size_t whole = rough_graphemes(text);
  EXPECT_EQ(whole, 300U);
  for (std::size_t cut = 0; cut <= text.size(); ++cut) {
    const std::size_t before = rough_graphemes(text, 0, cut);
    EXPECT_EQ(before + rough_graphemes(text, cut, text.size()), whole) << cut;
  }
}

}  // namespace
}  // namespace fihris::searcher::text
