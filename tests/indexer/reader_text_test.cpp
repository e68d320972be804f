// Articles from files of plain text: encodings and identity. What becomes of their lines is tested
// with the cleaner.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parse/charset.h"
#include "reader_files.h"

namespace fihris::testing {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;

// «بسم الله» in windows-1256.
const std::string kWindows1256 = "\xC8\xD3\xE3 \xC7\xE1\xE1\xE5";

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text + ' ';
  return out;
}

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

TEST(Charset, TrustsBytesThatAreUtf8) {
  EXPECT_EQ(indexer::parse::to_utf8("بسم الله", "windows-1256"), "بسم الله");
  EXPECT_EQ(indexer::parse::to_utf8("\xEF\xBB\xBFنص"), "نص");
}

TEST(Charset, ConvertsWhatThePageDeclares) {
  EXPECT_EQ(indexer::parse::to_utf8(kWindows1256, "windows-1256"), "بسم الله");
  EXPECT_EQ(indexer::parse::to_utf8("\xC8\xD3\xE5", "ISO-8859-6"), "بسم");
}

TEST(Charset, RecognisesArabicInWindows1256) {
  EXPECT_EQ(indexer::parse::to_utf8(repeated(kWindows1256, 10)), repeated("بسم الله", 10));
}

TEST(Charset, RepairsUtf8WithBrokenBytes) {
  EXPECT_EQ(indexer::parse::to_utf8("نص\xFF طويل"), "نص\uFFFD طويل");
  EXPECT_EQ(indexer::parse::to_utf8("caf\xE9", "utf-8"), "caf\uFFFD");
  EXPECT_EQ(indexer::parse::to_utf8("caf\xE9", "no-such-charset"), "caf\uFFFD");
}

TEST(Charset, ReadsUtf16ByItsMark) {
  EXPECT_EQ(indexer::parse::to_utf8("\xFF\xFE\x46\x06\x35\x06"s), "نص");
  EXPECT_EQ(indexer::parse::to_utf8("\xFE\xFF\x06\x46\x06\x35"s), "نص");
}

TEST(Charset, FindsTheDeclarationOfAPage) {
  EXPECT_EQ(indexer::parse::declared_charset("<meta charset=\"windows-1256\">"), "windows-1256");
  EXPECT_EQ(indexer::parse::declared_charset(
                "<META http-equiv=content-type content='text/html; CHARSET = ISO-8859-6'>"),
            "ISO-8859-6");
  EXPECT_EQ(indexer::parse::declared_charset("<title>charset</title>"), "");
}

}  // namespace
}  // namespace fihris::testing
