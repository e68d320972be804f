// Articles from JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/stemmer/analyzer.h"
#include "parse/json_text.h"
#include "reader_files.h"

namespace fihris::testing {
namespace {

using namespace std::string_literals;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;

TEST(JsonArticle, TakesEveryFieldByItsName) {
  const Article a = parsed_json(
      R"({"id":"n1","title":"عنوان","summary":"موجز","body":"متن","date":"2025-12-23T18:05:00+03:00","source":"الجزيرة",)"
      R"("author":"رنا","section":"سياسة","url":"https://example.org/1","lang":"ar","path":"old/p.txt",)"
      R"("tags":["سوريا","روسيا"],"agencies":["رويترز"]})");
  Article expected;
  expected.id = "n1";
  expected.title = "عنوان";
  expected.summary = "موجز";
  expected.body = "متن";
  expected.date = "2025-12-23T18:05:00+03:00";
  expected.source = "الجزيرة";
  expected.author = "رنا";
  expected.section = "سياسة";
  expected.url = "https://example.org/1";
  expected.lang = "ar";
  expected.path = "old/p.txt";
  expected.tags = {"سوريا", "روسيا"};
  expected.agencies = {"رويترز"};
  EXPECT_EQ(a, expected);
}

TEST(JsonArticle, KeepsUnknownFieldsAsPrinted) {
  const Article a = parsed_json(
      R"({"title":"ع","views":123456789012345678901234567890,"ratio": 1.50 ,"genre":"فن","nested":{"a" : [1, {"b":null}]},"مفتاح\"":"\u0642","ok":true})");
  EXPECT_EQ(a.extra, R"({"views":123456789012345678901234567890,"ratio":1.50,"genre":"فن",)"
                     R"("nested":{"a" : [1, {"b":null}]},"مفتاح\"":"\u0642","ok":true})");
}

TEST(JsonArticle, HasNoExtraWhereAllFieldsAreKnown) {
  EXPECT_EQ(parsed_json(R"({"title":"ع"})").extra, "");
}

TEST(JsonArticle, NeedsTitleOrBody) {
  EXPECT_EQ(parsed_json(R"({"body":"متن وحده"})").body, "متن وحده");
  EXPECT_EQ(parsed_json(R"({"title":"عنوان وحده","body":null})").title, "عنوان وحده");
  EXPECT_THAT(refused_json(R"({"id":"1","summary":"موجز"})"),
              HasSubstr("neither \"title\" nor \"body\""));
  EXPECT_THAT(refused_json(R"({"title":" … ","body":"\n"})"), HasSubstr("neither"));
}

TEST(JsonArticle, NamesTheFieldOfAWrongType) {
  EXPECT_THAT(refused_json(R"({"title":["ع"]})"),
              AllOf(HasSubstr("\"title\""), HasSubstr("a list")));
  EXPECT_THAT(refused_json(R"({"title":"ع","tags":[{"t":1}]})"),
              AllOf(HasSubstr("\"tags\""), HasSubstr("an object")));
  EXPECT_THAT(refused_json(R"({"title":"ع","id":{}})"), HasSubstr("\"id\""));
}

TEST(JsonArticle, RefusesWhatIsNotJson) {
  for (const char* json :
       {R"({"title":"ع")", R"({"title":"ع" "body":"م"})", R"({"title":"ع"} {"title":"غ"})",
        R"({"title":"ع","x":tru})", R"({"title":"ع","x":[1,,2]})", R"({"title":"ع","x":01})",
        "{\"title\":\"سطر\nمكسور\"}", R"({"title":"ع","id":1.2.3})", "{title:1}"}) {
    EXPECT_THAT(refused_json(json), HasSubstr("not valid JSON")) << json;
  }
  EXPECT_THAT(refused_json("كلام ليس JSON"), HasSubstr("not valid JSON"));
  EXPECT_THAT(refused_json("null"), HasSubstr("not a JSON object"));
  EXPECT_THAT(refused_json(R"(["title"])"), HasSubstr("not a JSON object"));
}

TEST(JsonArticle, GoesOnAfterARefusal) {
  ArticleParser parser;
  RawRecord record{RawRecord::Format::kJson, R"({"title": [[[)", "f", "f", 1};
  EXPECT_TRUE(std::holds_alternative<SourceError>(parser.parse(record)));
  record.bytes = R"({"title":"سليم"})";
  ASSERT_TRUE(std::holds_alternative<Article>(parser.parse(record)));
}

TEST(JsonArticle, RefusesDeepNesting) {
  std::string deep =
      R"({"title":"ع","x":)" + std::string(200000, '[') + std::string(200000, ']') + "}";
  EXPECT_THAT(refused_json(deep), HasSubstr("\"x\" is nested"));
}

TEST(JsonArticle, RepairsIllFormedUtf8) {
  const Article a = parsed_json("{\"title\":\"قبل\xFF\xD8\",\"body\":\"متن\xE2\x82\"}");
  EXPECT_EQ(a.title, "قبل\uFFFD\uFFFD");
  EXPECT_EQ(a.body, "متن\uFFFD");
}

TEST(JsonArticle, RepairsLoneSurrogates) {
  const Article a =
      parsed_json(R"({"title":"\ud83d\ude00 ثم \ud83d وحده","body":"\ude00\\ud83d \u0642"})");
  EXPECT_EQ(a.title, "😀 ثم \uFFFD وحده");
  EXPECT_EQ(a.body, "\uFFFD\\ud83d ق");
}

TEST(JsonArticle, KeepsNulCharacters) {
  EXPECT_EQ(parsed_json(R"({"title":"أ\u0000ب"})").title, "أ\0ب"s);
}

TEST(JsonArticle, TidiesEndsAndLineBreaksOnly) {
  const Article a =
      parsed_json(R"({"title":" عنوان\n على  سطرين ","body":"\r\n  أول\r\n\r\nثان  \n "})");
  EXPECT_EQ(a.title, "عنوان على سطرين");
  EXPECT_EQ(a.body, "أول\n\nثان");
}

TEST(JsonArticle, LeavesABodyThatReadsLikeAPageAlone) {
  const Article a =
      parsed_json(R"({"title":"ع","body":"شاركها\nمقالات ذات صلة\n16\nExit mobile version"})");
  EXPECT_EQ(a.body, "شاركها\nمقالات ذات صلة\n16\nExit mobile version");
}

TEST(JsonArticle, MovesAClosingLineOfAgencies) {
  const Article a =
      parsed_json(R"j({"title":"ع","body":"متن الخبر.\n(فرانس برس، وكالة الأنباء القطرية)"})j");
  EXPECT_THAT(a.agencies, ElementsAre("فرانس برس", "وكالة الأنباء القطرية"));
  EXPECT_EQ(a.body, "متن الخبر.");
}

TEST(JsonArticle, KeepsAClosingLineThatNamesNoAgency) {
  for (const std::string body :
       {R"j(متن.\n(انتهى))j", "متن (رويترز)", R"j(متن.\nمراسلنا (رويترز) في دمشق)j", "(رويترز)"}) {
    const Article a = parsed_json(R"({"title":"ع","body":")" + body + "\"}");
    EXPECT_THAT(a.agencies, IsEmpty()) << body;
  }
}

TEST(JsonArticle, NamesItselfByIdUrlOrPathAndLine) {
  EXPECT_EQ(parsed_json(R"({"id":"x","url":"https://e.org/1","title":"ع"})").id, "x");
  EXPECT_EQ(parsed_json(R"({"id":12345678901234567890123,"title":"ع"})").id,
            "12345678901234567890123");
  EXPECT_EQ(parsed_json(R"({"id":"","url":"https://e.org/1","title":"ع"})").id, "https://e.org/1");
  EXPECT_EQ(parsed_json(R"({"title":"ع"})").id, "news.jsonl#1");
  EXPECT_EQ(parsed_json(R"({"title":"غ"})").id, "news.jsonl#1");
}

TEST(JsonArticle, KeepsThePathOfItsFile) {
  EXPECT_EQ(parsed_json(R"({"title":"ع"})").path, "folder/news.jsonl");
  const RawRecord piped{RawRecord::Format::kJson, R"({"title":"ع"})", "-", "stdin", 3};
  EXPECT_EQ(parsed(piped).path, "");
  EXPECT_THAT(parsed(piped).id, MatchesRegex("stdin#[0-9a-f]{16}"));
}

TEST(JsonArticle, UnderstandsPrintedDates) {
  EXPECT_EQ(parsed_json(R"({"title":"ع","date":"23 ديسمبر/كانون الأول 2025"})").date, "2025-12-23");
  EXPECT_EQ(parsed_json(R"({"title":"ع","date":"2025-12-23 18:05"})").date, "2025-12-23T18:05:00");
}

TEST(JsonArticle, KeepsADateItCannotRead) {
  const Article a = parsed_json(R"({"title":"ع","date":"قبل العيد"})");
  EXPECT_EQ(a.date, "");
  EXPECT_EQ(a.extra, R"({"date":"قبل العيد"})");
  EXPECT_EQ(parsed_json(R"({"title":"ع","date":17})").extra, R"({"date":17})");
}

TEST(JsonArticle, TakesASingleTagOrNumberedTags) {
  EXPECT_THAT(parsed_json(R"({"title":"ع","tags":"واحد"})").tags, ElementsAre("واحد"));
  EXPECT_THAT(parsed_json(R"({"title":"ع","tags":["أ",2025," ",null]})").tags,
              ElementsAre("أ", "2025"));
}

TEST(LoneSurrogates, AreLeftAloneBehindABackslash) {
  std::string json = R"("\\ud800" "\ud800)";
  indexer::parse::replace_lone_surrogates(json);
  EXPECT_EQ(json, R"("\\ud800" "\ufffd)");
}

}  // namespace
}  // namespace fihris::testing
