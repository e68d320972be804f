// Results and articles as JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fihris/searcher/writers.h"

namespace fihris {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

Hit hit_with(std::string id) {
  Hit hit;
  hit.article.id = std::move(id);
  hit.article.title = "جسرٌ جديد";
  hit.article.body = "متن لا يعاد";
  hit.article.url = "https://example.org/1";
  hit.article.date = "2025-12-23";
  hit.article.source = "وكالة";
  hit.score = 1.5;
  hit.tier = MatchTier::kForm;
  hit.title = {"title", "جسرٌ جديد", {{0, 8}}, 0, false, false};
  hit.snippets.push_back({"body", "قرب الجسر", {{7, 17}}, 12, true, true});
  return hit;
}

SearchResults results_with(std::vector<Hit> hits) {
  SearchResults results;
  results.query = "جسر";
  results.hits = std::move(hits);
  results.offset = 20;
  results.limit = 10;
  results.estimated_total = 345;
  results.processing_ms = 0.75;
  return results;
}

TEST(JsonWriter, WritesTheFieldsOfTheContract) {
  const Json json = Json::parse(to_json(results_with({hit_with("a")})));
  EXPECT_EQ(json["query"], "جسر");
  EXPECT_EQ(json["offset"], 20);
  EXPECT_EQ(json["limit"], 10);
  EXPECT_EQ(json["estimatedTotalHits"], 345);
  EXPECT_EQ(json["exhaustive"], false);
  EXPECT_EQ(json["processingTimeMs"], 0.75);
  EXPECT_EQ(json["diagnostics"], Json::array());
  const Json& hit = json["hits"][0];
  EXPECT_EQ(hit["id"], "a");
  EXPECT_EQ(hit["url"], "https://example.org/1");
  EXPECT_EQ(hit["source"], "وكالة");
  EXPECT_EQ(hit["score"], 1.5);
  EXPECT_EQ(hit["matchTier"], "form");
  EXPECT_EQ(hit["_formatted"]["title"], "<bdi><mark>جسرٌ</mark> جديد</bdi>");
  EXPECT_EQ(hit["_formatted"]["snippet"], "<bdi>… قرب <mark>الجسر</mark> …</bdi>");
}

TEST(JsonWriter, TellsOfCorrectionsOnlyWhenThereAreSome) {
  SearchResults results = results_with({});
  Json json = Json::parse(to_json(results));
  EXPECT_FALSE(json.contains("corrected"));
  EXPECT_FALSE(json.contains("didYouMean"));
  EXPECT_FALSE(json.contains("explanation"));
  results.corrected = {"جسور", Correction::Reason::kKeyboard};
  results.did_you_mean = {"\xFFجسر", Correction::Reason::kLatin};
  json = Json::parse(to_json(results));
  EXPECT_EQ(json["corrected"], (Json{{"query", "جسور"}, {"reason", "keyboard"}}));
  EXPECT_EQ(json["didYouMean"], (Json{{"query", "\xEF\xBF\xBDجسر"}, {"reason", "latin"}}));
}

TEST(JsonWriter, ExplainsWhyNothingWasFound) {
  SearchResults results = results_with({});
  results.explanation.emplace();
  results.explanation->words.push_back({"الجسر", "جسر", 7, false, {"جسار"}});
  results.explanation->relaxations.push_back(
      {Relaxation::Kind::kQuotes, "«جسر قديم»", "جسر قديم", {"date:2024"}, 12});
  const Json json = Json::parse(to_json(results))["explanation"];
  EXPECT_EQ(json["words"][0], (Json{{"word", "الجسر"},
                                    {"lemma", "جسر"},
                                    {"articles", 7},
                                    {"functionWord", false},
                                    {"tried", {"جسار"}}}));
  EXPECT_EQ(json["relaxations"][0], (Json{{"kind", "quotes"},
                                          {"part", "«جسر قديم»"},
                                          {"query", "جسر قديم"},
                                          {"filters", {"date:2024"}},
                                          {"articles", 12}}));
}

TEST(JsonWriter, CountsMarksInCodePoints) {
  const Json hit = Json::parse(to_json(results_with({hit_with("a")})))["hits"][0];
  EXPECT_EQ(hit["snippets"][0]["field"], "title");
  EXPECT_EQ(hit["snippets"][0]["marks"], Json::parse("[[0,4]]"));
  EXPECT_EQ(hit["snippets"][1]["text"], "قرب الجسر");
  EXPECT_EQ(hit["snippets"][1]["marks"], Json::parse("[[4,9]]"));
  EXPECT_EQ(hit["snippets"][1]["cutAfter"], true);
}

TEST(JsonWriter, LeavesTheBodyToTheArticle) {
  const Hit hit = hit_with("a");
  EXPECT_THAT(to_json(results_with({hit})), Not(HasSubstr("متن لا يعاد")));
  EXPECT_EQ(Json::parse(to_json(hit.article))["body"], "متن لا يعاد");
}

TEST(JsonWriter, WritesSeveralValuesAsAList) {
  Hit hit = hit_with("a");
  hit.article.author =
      "منى\x1F"
      "أحمد";
  hit.article.title = "سطر\x1Fواحد";
  hit.duplicates = {{"b", "عنوان", "وكالة\x1Fصحيفة", "", ""}};
  const Json shown = Json::parse(to_json(results_with({hit})))["hits"][0];
  EXPECT_EQ(shown["author"], Json::parse(R"(["منى","أحمد"])"));
  EXPECT_EQ(shown["source"], "وكالة");
  EXPECT_TRUE(shown["title"].is_string());
  EXPECT_EQ(shown["duplicates"][0]["source"], Json::parse(R"(["وكالة","صحيفة"])"));
  EXPECT_EQ(Json::parse(to_json(hit.article))["author"], shown["author"]);
}

// What is indexed again must stay what it was.
TEST(JsonWriter, SaysOfATextThatLooksLikeMarkupThatItIsNone) {
  Article article;
  article.body = "وسم <br> يكسر السطر";
  EXPECT_EQ(Json::parse(to_json(article))["_markup"], false);
  article.body = "حرف &nbsp; فارغ";
  EXPECT_EQ(Json::parse(to_json(article))["_markup"], false);
  article.body = "3 < 5، وAT&T";
  EXPECT_FALSE(Json::parse(to_json(article)).contains("_markup"));
}

TEST(JsonWriter, GivesUnknownFieldsBackUnlessTheyTakeAName) {
  Article article;
  article.id = "a";
  article.title = "عنوان";
  article.tags = {"واحد"};
  article.extra =
      R"({"rating":4.5,"editor":{"name":"هدى"},"title":"مزور","score":99,"_formatted":"x"})";
  const Json json = Json::parse(to_json(article));
  EXPECT_EQ(json["rating"], 4.5);
  EXPECT_EQ(json["editor"]["name"], "هدى");
  EXPECT_EQ(json["title"], "عنوان");
  EXPECT_EQ(json["tags"], Json::parse(R"(["واحد"])"));
  EXPECT_FALSE(json.contains("author"));
  EXPECT_EQ(json["score"], 99) << "only a hit has a score of ours";
  Hit hit;
  hit.article = article;
  hit.score = 1.5;
  const Json shown = Json::parse(to_json(results_with({hit})))["hits"][0];
  EXPECT_EQ(shown["rating"], 4.5);
  EXPECT_EQ(shown["score"], 1.5);
  EXPECT_NE(shown["_formatted"], "x");
}

TEST(JsonWriter, GivesUnknownFieldsOfAnArticleBackAsTheyWerePrinted) {
  Article article;
  article.id = "a";
  article.extra =
      "{ \"views\": 123456789012345678901234567890,\n\"}\\\"{\":[\"],\\\\\",{\"a\":[1.50]}] , "
      "\"date\":\"قبل العيد\"}";
  const std::string json = to_json(article);
  EXPECT_THAT(json, HasSubstr("\"views\": 123456789012345678901234567890,"));
  EXPECT_THAT(json, HasSubstr(R"(,"}\"{":["],\\",{"a":[1.50]}],"date":"قبل العيد"})"));
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_EQ(Json::parse(json)["date"], "قبل العيد");
  article.date = "2025-12-23";
  EXPECT_EQ(Json::parse(to_json(article))["date"], "2025-12-23");
}

TEST(JsonWriter, SurvivesUnknownFieldsThatAreNoObject) {
  Article article;
  article.id = "a";
  for (const char* extra : {"[1,2]", "{broken", "null", "{}", " { } ", "", "\"{"}) {
    article.extra = extra;
    EXPECT_EQ(Json::parse(to_json(article))["id"], "a");
  }
}

TEST(JsonWriter, CountsDiagnosticsInCodePointsOfTheRepairedQuery) {
  SearchResults results;
  results.query = "\xFFنفط «غاز";
  results.diagnostics.push_back({"رسالة", {8, 10}});
  const Json json = Json::parse(to_json(results));
  EXPECT_EQ(json["query"], "\uFFFDنفط «غاز");
  EXPECT_EQ(json["diagnostics"][0]["begin"], 5);
  EXPECT_EQ(json["diagnostics"][0]["end"], 6);
  EXPECT_EQ(json["diagnostics"][0]["message"], "رسالة");
}

TEST(JsonWriter, IsOneLineOfValidUtf8WhateverTheText) {
  Hit hit = hit_with("a\nb\xFF");
  hit.article.source = std::string("x\0\x1b\"\\</script>", 15);
  const std::string json = to_json(results_with({hit}));
  EXPECT_EQ(json.find('\n'), std::string::npos);
  EXPECT_EQ(Json::parse(json)["hits"][0]["id"], "a\nb\uFFFD");
}

}  // namespace
}  // namespace fihris
