// Articles from the JSON of other programs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "fihris/store/fields.h"
#include "fihris/store/internal/other_names.h"
#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// The article of an object with a title and these members.
Article with(const std::string& members) {
  return parsed_json(R"({"title":"عنوان",)" + members + "}");
}

TEST(JsonValues, MayBeOneOrSeveral) {
  EXPECT_EQ(with(R"("author":"رنا")").author, "رنا");
  EXPECT_EQ(with(R"("author":["رنا"," منى ",null,"","رنـا"])").author, "رنا\x1Fمنى");
  EXPECT_EQ(with(R"("author":{"id":7,"name":"رنا"})").author, "رنا");
  EXPECT_EQ(with(R"("author":[{"name":"رنا"},{"title":"منى"},{"label":"هدى"}])").author,
            "رنا\x1Fمنى\x1Fهدى");
  EXPECT_EQ(with(R"("section":[{"value":"سياسة"},"رياضة"])").section, "سياسة\x1Fرياضة");
  EXPECT_EQ(with(R"("source":{"title":"وكالة","url":"https://e.org"})").source, "وكالة");
  EXPECT_EQ(with(R"("author":[])").author, "");
  EXPECT_EQ(with(R"("author":{"name":null})").author, "");
}

TEST(JsonValues, HoldNoSeparatorOfTheirOwn) {
  EXPECT_EQ(with(R"("author":"رنا\u001fمنى")").author, "رنا منى");
}

// An author of whom nothing but a number is known has no name to be found by.
TEST(JsonValues, ThatNameNobodyStayAsTheyAre) {
  for (const char* value : {"7", "{}", R"({"id":7})", "[7]", "true", R"([["رنا"]])"}) {
    const Article article = with(R"("author":)" + std::string(value));
    EXPECT_EQ(article.author, "") << value;
    EXPECT_EQ(article.extra, R"({"author":)" + std::string(value) + "}");
  }
}

TEST(JsonValues, MayBeMany) {
  std::string list;
  for (int i = 0; i < 10'000; ++i) list += (i > 0 ? ",\"" : "\"") + std::to_string(i) + " كاتب\"";
  int count = 0;
  each_value(with("\"author\":[" + list + "]").author, [&](std::string_view) { ++count; });
  EXPECT_EQ(count, 10'000);
  EXPECT_THAT(with("\"tags\":[" + list + "," + list + "]").tags, SizeIs(10'000));
}

TEST(JsonLines, AreALeadInSeveralTexts) {
  EXPECT_EQ(with(R"("summary":["أول","ثان"])").summary, "أول\nثان");
  EXPECT_EQ(with(R"("body":["أول","ثان"])").body, "أول\nثان");
}

TEST(JsonTags, InOneTextAreApart) {
  EXPECT_THAT(with(R"("tags":"سياسة, رياضة")").tags, ElementsAre("سياسة", "رياضة"));
  EXPECT_THAT(with(R"("tags":"سياسة، رياضة؛ فن;سفر|طقس")").tags,
              ElementsAre("سياسة", "رياضة", "فن", "سفر", "طقس"));
  EXPECT_THAT(with(R"("tags":"1,250 قتيلا, 3،5 مليون، 2020,2021")").tags,
              ElementsAre("1,250 قتيلا", "3،5 مليون", "2020", "2021"));
  EXPECT_THAT(with(R"("tags":"١٬٢٥٠، ١،٢٥٠")").tags, ElementsAre("١٬٢٥٠", "١،٢٥٠"));
  EXPECT_THAT(with(R"("tags":" , ،| ")").tags, IsEmpty());
}

TEST(JsonTags, MayBeHashtags) {
  EXPECT_THAT(with(R"("tags":"#شمال_سوريا #روسيا")").tags, ElementsAre("شمال سوريا", "روسيا"));
  EXPECT_THAT(with(R"("tags":["#شمال_سوريا","snake_case","#"])").tags,
              ElementsAre("شمال سوريا", "snake_case"));
  EXPECT_THAT(with(R"("tags":"C#, لغة")").tags, ElementsAre("C#", "لغة"));
}

TEST(JsonTags, AreOnceEach) {
  EXPECT_THAT(with(R"("tags":["أحمد"," احمد ","","أحمَد","#أحمد"])").tags, ElementsAre("أحمد"));
}

TEST(JsonTags, MayBeObjectsAndNumbers) {
  EXPECT_THAT(with(R"("tags":[{"id":1,"name":"سفر"},2025,{"label":"طقس"},null])").tags,
              ElementsAre("سفر", "2025", "طقس"));
  EXPECT_THAT(with(R"("tags":{"name":"سفر"})").tags, ElementsAre("سفر"));
}

struct Named {
  const char* member;
  std::string Article::*field;
};
class OtherName : public ::testing::TestWithParam<Named> {};

TEST_P(OtherName, IsTakenWhereTheFieldIsAbsent) {
  const std::string member = '"' + std::string(GetParam().member) + '"';
  const std::string words = GetParam().field == &Article::date ? "2021-03-04" : "نص";
  const bool is_title = GetParam().field == &Article::title;
  const Article article = parsed_json((is_title ? R"({"body":"متن",)" : R"({"title":"عنوان",)") +
                                      member + ":\"" + words + "\"}");
  EXPECT_EQ(article.*GetParam().field, words);
  EXPECT_THAT(article.extra, Not(HasSubstr(member)));
}

INSTANTIATE_TEST_SUITE_P(
    Exports, OtherName,
    ::testing::Values(Named{"content", &Article::body}, Named{"text", &Article::body},
                      Named{"full_text", &Article::body}, Named{"article_body", &Article::body},
                      Named{"articleBody", &Article::body}, Named{"headline", &Article::title},
                      Named{"published", &Article::date}, Named{"published_at", &Article::date},
                      Named{"publishedAt", &Article::date}, Named{"pubDate", &Article::date},
                      Named{"date_published", &Article::date},
                      Named{"datePublished", &Article::date}, Named{"created_at", &Article::date},
                      Named{"link", &Article::url}, Named{"permalink", &Article::url},
                      Named{"description", &Article::summary}, Named{"excerpt", &Article::summary},
                      Named{"lead", &Article::summary}, Named{"abstract", &Article::summary},
                      Named{"category", &Article::section}, Named{"categories", &Article::section},
                      Named{"publisher", &Article::source}, Named{"site_name", &Article::source},
                      Named{"byline", &Article::author}, Named{"creator", &Article::author},
                      Named{"_id", &Article::id}));

TEST(OtherNames, AreFieldsAndInTheDocument) {
  std::ifstream file(FIHRIS_SOURCE_DIR "/docs/articles.md");
  const std::string document{std::istreambuf_iterator<char>(file), {}};
  for (const store::OtherName& other : store::kOtherNames) {
    EXPECT_NE(find_json_field(other.field), nullptr) << other.field;
    EXPECT_EQ(find_json_field(other.member), nullptr) << other.member;
    EXPECT_THAT(document, HasSubstr('`' + std::string(other.member) + '`'));
  }
}

TEST(OtherNames, GiveWayToTheFieldItself) {
  const Article article = with(R"("body":"متن","content":"غيره","section":null,"category":"فن")");
  EXPECT_EQ(article.body, "متن");
  EXPECT_EQ(article.section, "فن");
  EXPECT_EQ(article.extra, R"({"content":"غيره"})");
}

TEST(OtherNames, AreTakenOnceEachTheSurestFirst) {
  const Article article =
      parsed_json(R"({"headline":"عنوان","text":"مقتطف","articleBody":"المتن كله"})");
  EXPECT_EQ(article.body, "المتن كله");
  EXPECT_EQ(article.extra, R"({"text":"مقتطف"})");
}

TEST(OtherNames, OfASummaryAreNoneWhereItRepeatsTheBody) {
  const Article article = with(
      R"("body":"وصل الوزير إلى دمشق، ثم غادر.","excerpt":"<p>وصل الوزير إلى دمشق [&hellip;]</p>")");
  EXPECT_EQ(article.summary, "");
  EXPECT_THAT(article.extra, HasSubstr("excerpt"));
  EXPECT_EQ(with(R"("body":"وصل الوزير","description":"زيارة أولى منذ عام")").summary,
            "زيارة أولى منذ عام");
  EXPECT_EQ(with(R"("description":"زيارة أولى منذ عام")").summary, "زيارة أولى منذ عام");
}

// A text of nothing but markup says nothing: the next has its turn, and neither is lost.
TEST(OtherNames, FollowOneAnotherWhereNothingIsLeftOfOne) {
  const Article article = with(R"("excerpt":"<img src=\"a.jpg\">","description":"<p>موجز</p>")");
  EXPECT_EQ(article.summary, "موجز");
  EXPECT_EQ(article.extra, R"({"excerpt":"<img src=\"a.jpg\">"})");
}

// Nobody said that they fit.
TEST(OtherNames, RejectNoArticle) {
  const Article article = with(
      R"("content":{"x":1},"category":[1,2],"creator":true,"published":"قريبا","keywords":[[1]])");
  EXPECT_EQ(article.body + article.section + article.author + article.date, "");
  EXPECT_EQ(
      article.extra,
      R"({"content":{"x":1},"category":[1,2],"creator":true,"published":"قريبا","keywords":[[1]]})");
}

TEST(OtherNames, OfTagsAreSplitLikeTags) {
  EXPECT_THAT(with(R"("keywords":"سياسة, رياضة")").tags, ElementsAre("سياسة", "رياضة"));
}

TEST(Exports, OfWordPress) {
  const Article article = parsed_json(
      R"({"id":12,"date":"2021-03-04T10:00:00","link":"https://e.org/12",)"
      R"("title":{"rendered":"خبر &#8211; عاجل"},"content":{"rendered":"<p>أول<\/p>\n<p>ثان<\/p>\n","protected":false},)"
      R"("excerpt":{"rendered":"<p>موجز [&hellip;]<\/p>"},"author":7,"categories":[3,4],"tags":[9]})");
  EXPECT_EQ(article.id, "12");
  EXPECT_EQ(article.title, "خبر – عاجل");
  EXPECT_EQ(article.body, "أول\nثان");
  EXPECT_EQ(article.summary, "موجز […]");
  EXPECT_EQ(article.url, "https://e.org/12");
  EXPECT_EQ(article.extra, R"({"author":7,"categories":[3,4]})");
}

TEST(Exports, OfElasticsearch) {
  const Article article = parsed_json(
      R"({"_index":"news","_id":"abc","_score":1.5,"_source":{"title":"عنوان","content":"متن","views":3}})");
  EXPECT_EQ(article.id, "abc");
  EXPECT_EQ(article.title, "عنوان");
  EXPECT_EQ(article.body, "متن");
  EXPECT_EQ(article.extra, R"({"_index":"news","_score":1.5,"views":3})");
  EXPECT_EQ(parsed_json(R"({"_id":"x","_source":{"id":"y","title":"ع"}})").id, "y");
  EXPECT_THAT(refused_json(R"({"_id":"x","_source":{"title":[]}})"), HasSubstr("\"title\""));
}

TEST(Exports, OfMongo) {
  const Article article =
      with(R"("_id":{"$oid":"5f0c"},"date":{"$date":{"$numberLong":"1520000000000"}})");
  EXPECT_EQ(article.id, "5f0c");
  EXPECT_EQ(article.date, "2018-03-02T14:13:20Z");
  EXPECT_EQ(with(R"("date":{"$date":"2021-03-04T10:00:00.000Z"})").date, "2021-03-04T10:00:00Z");
  EXPECT_EQ(with(R"("date":{"$date":1520000000000})").date, "2018-03-02T14:13:20Z");
}

TEST(Exports, OfTwitter) {
  const Article article = parsed_json(
      R"({"created_at":"Thu Mar 04 10:00:00 +0000 2021","id_str":"9","full_text":"خبر من دمشق"})");
  EXPECT_EQ(article.date, "2021-03-04T10:00:00+00:00");
  EXPECT_EQ(article.body, "خبر من دمشق");
}

TEST(Exports, WithoutAKnownTextAreRefusedByTheNamesTheyHave) {
  EXPECT_THAT(refused_json(R"({"titre":"عنوان","contenu":"متن"})"),
              AllOf(HasSubstr("neither \"title\" nor \"body\""),
                    HasSubstr("there is \"titre\" and \"contenu\"")));
  EXPECT_THAT(refused_json(R"({"a":"1","b":"2","c":"3","d":"4","e":"5","f":"6","g":"7"})"),
              AllOf(HasSubstr("\"e\" and others"), Not(HasSubstr("\"f\""))));
  EXPECT_THAT(refused_json("{\"" + std::string(5000, 'x') + "\":1}"), SizeIs(::testing::Lt(300U)));
  EXPECT_THAT(refused_json("{}"), HasSubstr("one of them is needed"));
}

TEST(JsonTrouble, IsANumberNoProgramHolds) {
  const std::string digits(400, '7');
  EXPECT_EQ(with("\"views\":" + digits).extra, "{\"views\":\"" + digits + "\"}");
  EXPECT_EQ(with("\"date\":" + digits).extra, "{\"date\":\"" + digits + "\"}");
  EXPECT_EQ(with("\"id\":" + digits).id, digits);
  for (const char* member : {"views", "tags"}) {
    EXPECT_THAT(refused_json(R"({"title":"ع",")" + std::string(member) + "\":[" + digits + "]}"),
                AllOf(HasSubstr(member), HasSubstr("too large")));
  }
}

TEST(JsonTrouble, IsDeepNesting) {
  const std::string deep = std::string(1000, '[') + std::string(1000, ']');
  for (const char* member : {"author", "tags", "date", "content", "_source", "x"}) {
    EXPECT_THAT(refused_json(R"({"title":"ع",")" + std::string(member) + "\":" + deep + "}"),
                AllOf(HasSubstr(member), HasSubstr("nested")));
  }
}

TEST(JsonTrouble, MayBeInAnyField) {
  for (const char* value : {"[1,,2]", "{\"name\":}", "[\"ا\" \"ب\"]", "01", "tru", "\"\\x\""}) {
    for (const char* member : {"author", "tags", "date", "content", "id", "summary"}) {
      EXPECT_THAT(refused_json(R"({"title":"ع",")" + std::string(member) + "\":" + value + "}"),
                  HasSubstr("not valid JSON"))
          << member << ": " << value;
    }
  }
}

TEST(JsonTrouble, IsNotAControlCharacter) {
  const Article article = with(R"("author":["\u0000رنا\u0007"],"tags":"\u001f,أ\u0001")");
  EXPECT_THAT(article.author, HasSubstr("رنا"));
  EXPECT_THAT(article.tags, Not(IsEmpty()));
}

Reading read(const std::string& json) {
  ArticleParser parser;
  parser.parse({RawRecord::Format::kJson, json, "f", "f", 1});
  return parser.reading();
}

TEST(UnusableDate, IsToldApartFromNone) {
  EXPECT_EQ(read(R"({"title":"ع","date":"غدا"})").unusable_date, "غدا");
  EXPECT_EQ(read(R"({"title":"ع","date":17})").unusable_date, "17");
  EXPECT_EQ(read(R"({"title":"ع","date":{"x":1}})").unusable_date, R"({"x":1})");
  EXPECT_THAT(read(R"({"title":"ع","date":")" + std::string(500, 'x') + "\"}").unusable_date,
              SizeIs(::testing::Lt(100U)));
  const Reading none = read(R"({"title":"ع","date":null})");
  EXPECT_EQ(none.unusable_date, "");
  EXPECT_TRUE(none.undated);
  EXPECT_FALSE(read(R"({"title":"ع","date":"2021"})").undated);
}

TEST(UnusableDate, IsNoneWhereAnotherDateIsKnown) {
  const Reading reading = read(R"({"title":"ع","date":"غدا","published":"2021-03-04"})");
  EXPECT_FALSE(reading.undated);
  EXPECT_EQ(reading.unusable_date, "");
}

}  // namespace
}  // namespace fihris::testing
