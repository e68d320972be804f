// Articles from JSON objects of any shape.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/indexer/article_reader.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Article document(std::string_view json, std::string_view id = "1") {
  ArticleParser parser;
  const auto parsed = parser.parse_document(json, id);
  if (const auto* error = std::get_if<SourceError>(&parsed)) {
    ADD_FAILURE() << error->what << ": " << json;
    return {};
  }
  return std::get<Article>(parsed);
}

std::string refused(std::string_view json) {
  ArticleParser parser;
  const auto parsed = parser.parse_document(json, "1");
  const auto* error = std::get_if<SourceError>(&parsed);
  if (error == nullptr) return "taken";
  EXPECT_EQ(error->file, "1");
  return error->what;
}

TEST(Document, IsReadAsAnArticleIs) {
  const Article a =
      document(R"({"id":7,"headline":"عنوان","content":"<p>متن</p><p>آخر</p>",)"
               R"("pubDate":"Tue, 23 Dec 2025 18:05:00 +0300","keywords":"سفر، نفط"})",
               "https://example.org/أ b");
  EXPECT_EQ(a.id, "https://example.org/أ b");
  EXPECT_EQ(a.title, "عنوان");
  EXPECT_EQ(a.body, "متن\nآخر");
  EXPECT_EQ(a.date, "2025-12-23T18:05:00+03:00");
  EXPECT_THAT(a.tags, ElementsAre("سفر", "نفط"));
}

TEST(Document, IsKeptByteForByte) {
  const std::string_view json = " {\n \"b\" : 1.50, \"a\":\"\\u0642\\ud800\", \"a\":[ ] }\r\n";
  EXPECT_EQ(document(json).document, json);
}

TEST(Document, NeedsNoText) {
  for (const char* json : {"{}", R"({"sku":"A-1"})", R"({"title":null,"body":""})",
                           R"({"title":" … "})", R"({"_source":{"title":"ع"}})"}) {
    const Article a = document(json);
    EXPECT_EQ(a.id, "1");
    EXPECT_THAT(a.body, IsEmpty());
  }
  EXPECT_EQ(document(R"({"_source":{"title":"ع"}})").extra, R"({"_source":{"title":"ع"}})");
}

TEST(Document, TakesTheIdAsGiven) {
  EXPECT_EQ(document(R"({"id":"other","_id":5})", " ٧ ").id, " ٧ ");
  EXPECT_EQ(document(R"({"id":{"a":[1]},"sku":2})").extra, R"({"sku":2})");
}

TEST(Document, MayHaveAnythingUnderTheNameOfAField) {
  const Article numbers = document(R"({"title":42,"author":5,"body":[1,"ب"],"tags":[3]})");
  EXPECT_EQ(numbers.title, "42");
  EXPECT_EQ(numbers.author, "5");
  EXPECT_EQ(numbers.body, "1\nب");
  EXPECT_THAT(numbers.tags, ElementsAre("3"));
  const std::string_view json =
      R"({"title":{"ar":"ع"},"summary":true,"body":[["متن"]],"tags":{"a":1},"url":["x","y"],)"
      R"("date":"قريبا","author":false,"lang":[]})";
  const Article others = document(json);
  EXPECT_EQ(others.title, "");
  EXPECT_EQ(others.extra, json);
}

TEST(Document, KeepsUnderTheirNamesWhatStandsForFieldsThatAreNotSearched) {
  const Article a = document(R"({"category":"فن","content":"متن"})");
  EXPECT_EQ(a.section, "فن");
  EXPECT_EQ(a.body, "متن");
  EXPECT_EQ(a.extra, R"({"category":"فن"})");
}

TEST(Document, IsRefusedWhenItIsNone) {
  for (const char* json : {"", "[]", "1", "{", R"({"a":1}x)", R"({"id":01})", R"({"a":[1,]})"}) {
    EXPECT_THAT(refused(json), HasSubstr("JSON")) << json;
  }
  EXPECT_THAT(refused("{\"a\":\"\xFF\"}"), HasSubstr("UTF-8"));
  const std::string deep = R"({"a":)" + std::string(65, '[') + std::string(65, ']') + "}";
  EXPECT_THAT(refused(deep), HasSubstr("deep"));
}

// The parser is the one of the other records: what one leaves must not come to the next.
TEST(Document, LeavesNothingForTheNext) {
  ArticleParser parser;
  parser.parse_document(R"({"title":"أول","date":"قريبا"})", "1");
  EXPECT_EQ(parser.reading().unusable_date, "قريبا");
  const auto second = parser.parse_document("{}", "2");
  EXPECT_EQ(std::get<Article>(second).title, "");
  EXPECT_EQ(parser.reading().unusable_date, "");
  EXPECT_TRUE(parser.reading().undated);
}

}  // namespace
}  // namespace fihris::testing
