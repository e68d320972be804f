// One home for UTF-8: against ICU on every kind of bytes, and against itself.
#include "fihris/stemmer/internal/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <utility>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris::stemmer {
namespace {

// Bytes that begin, go on, end or spoil code points, with the limits of what each may be.
constexpr std::string_view kTellingBytes(
    "\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xD8\xDF\xE0\xE1\xED\xEF\xF0\xF1\xF4\xF5\xFF",
    23);

CodePoint by_icu(std::string_view text, std::size_t begin) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  auto at = static_cast<std::int32_t>(begin);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, at, static_cast<std::int32_t>(text.size()), c);
  return {static_cast<char32_t>(c), static_cast<std::size_t>(at)};
}

void expect_as_icu(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const CodePoint ours = code_point_at(text, i);
    const CodePoint icus = by_icu(text, i);
    ASSERT_EQ(ours.value, icus.value) << ::testing::PrintToString(text) << " at " << i;
    ASSERT_EQ(ours.next, icus.next) << ::testing::PrintToString(text) << " at " << i;
  }
}

// Every text of `left` more of the telling bytes.
void each_telling_text(std::string& text, int left) {
  expect_as_icu(text);
  if (left == 0) return;
  for (const char byte : kTellingBytes) {
    text.push_back(byte);
    each_telling_text(text, left - 1);
    text.pop_back();
  }
}

TEST(Utf8, ReadsIllFormedBytesAsIcuDoes) {
  std::string text;
  each_telling_text(text, 4);
}

TEST(Utf8, WritesWhatItReads) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const bool surrogate = c >= 0xD800 && c < 0xE000;
    if (surrogate) continue;
    std::string text;
    append_utf8(text, c);
    ASSERT_EQ(code_point_at(text, 0).value, c);
    ASSERT_EQ(code_point_at(text, 0).next, text.size());
    std::size_t end = text.size();
    ASSERT_EQ(previous_code_point(text, end), c);
    ASSERT_EQ(end, 0U);
    ASSERT_EQ(count_code_points(text), 1U);
  }
}

TEST(Utf8, StepsBackOverIllFormedSubsequences) {
  const std::string text = "a\xD8\xE2\x80";  // the last two bytes begin one code point
  std::size_t end = text.size();
  for (const std::size_t begin : {2U, 1U}) {
    EXPECT_EQ(previous_code_point(text, end), 0xFFFDU);
    EXPECT_EQ(end, begin);
  }
  EXPECT_EQ(previous_code_point(text, end), U'a');
}

TEST(Utf8, CutsNoCodePoint) {
  const std::string text = "اa€";  // of two, one and three bytes
  const std::vector<std::size_t> sizes = {0, 0, 2, 3, 3, 3, 6, 6};
  for (std::size_t size = 0; size < sizes.size(); ++size)
    EXPECT_EQ(first_bytes(text, size).size(), sizes[size]);
  EXPECT_EQ(boundary_behind(text, 1), 2U);
  EXPECT_EQ(boundary_behind(text, 4), text.size());
  EXPECT_EQ(boundary_before(text, 5), 3U);
}

TEST(Utf8, TrimsTheGivenBlanksOnly) {
  EXPECT_EQ(trim("  a b ", " "), "a b");
  EXPECT_EQ(trim("\ta ", " "), "\ta");
  EXPECT_EQ(trim("\r\n\ta", " \t\r\n"), "a");
  EXPECT_EQ(trim("   ", " "), "");
  EXPECT_EQ(trim("", " "), "");
}

TEST(Utf8, KnowsDigitsOfThreeScripts) {
  EXPECT_EQ(digit_value(U'7'), 7);
  EXPECT_EQ(digit_value(U'\u0669'), 9);  // ARABIC-INDIC DIGIT NINE
  EXPECT_EQ(digit_value(U'\u06F0'), 0);  // EXTENDED ARABIC-INDIC DIGIT ZERO
  EXPECT_EQ(digit_value(U'\u0966'), -1);
  EXPECT_EQ(digit_value(U':'), -1);
}

RC_GTEST_PROP(Utf8Property, RepairedTextHasAsManyCodePointsAsWereRead, (const std::string& bytes)) {
  std::size_t read = 0;
  each_code_point(bytes, [&read](char32_t, std::size_t) { ++read; });
  RC_ASSERT(count_code_points(repair_utf8(bytes)) == read);
}

}  // namespace
}  // namespace fihris::stemmer
