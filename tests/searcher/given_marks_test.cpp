// Marks in texts that are given, and the last word while it is typed.
#include <gmock/gmock.h>

#include "fihris/stemmer/analyzer.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string bracketed(std::string_view text, const std::vector<Span>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const Span span : spans) {
    EXPECT_LE(at, span.begin);
    EXPECT_LT(span.begin, span.end);
    out += std::string(text.substr(at, span.begin - at)) + '[';
    out += std::string(text.substr(span.begin, span.end - span.begin)) + ']';
    at = span.end;
  }
  return out + std::string(text.substr(at));
}

std::vector<std::string> marked(SearchIndex& index, const SearchRequest& request,
                                std::vector<std::string_view> texts) {
  const auto spans = index.searcher().mark(request, texts);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < texts.size(); ++i) out.push_back(bracketed(texts[i], spans.at(i)));
  return out;
}

std::vector<std::string> marked(SearchIndex& index, std::string query,
                                std::vector<std::string_view> texts) {
  SearchRequest request;
  request.query = std::move(query);
  return marked(index, request, std::move(texts));
}

SearchIndex some() {
  return SearchIndex(bodies({"افتتح الوزير المكتبة في ديسمبر", "وزارة الخارجية", "library book"}));
}

TEST(GivenTexts, AreMarkedAsHitsAre) {
  SearchIndex index = some();
  EXPECT_THAT(marked(index, "وزير مكتبات", {"قال الوزراء", "في مكتبة المدينة", ""}),
              ElementsAre("قال [الوزراء]", "في [مكتبة] المدينة", ""));
  EXPECT_THAT(marked(index, "«وزير الخارجية»", {"وزير خارجية مصر", "وزير"}),
              ElementsAre("[وزير خارجية] مصر", "وزير"));
  EXPECT_THAT(marked(index, "ديسمبر", {"كانون الأول 2025"}), ElementsAre("[كانون الأول] 2025"));
  EXPECT_THAT(marked(index, "مكت*", {"المكتب والمكتبة"}), ElementsAre("[المكتب] [والمكتبة]"));
  EXPECT_THAT(marked(index, "", {"المكتب"}), ElementsAre("المكتب"));
  EXPECT_THAT(marked(index, "-مكتبة", {"مكتبة"}), ElementsAre("مكتبة"));
}

TEST(GivenTexts, AreMarkedForTheQueryAskedNotTheOneBefore) {
  SearchIndex index = some();
  SearchRequest request;
  request.query = "وزير";
  request.facets = {"source"};
  index.search(request);
  EXPECT_THAT(marked(index, request, {"وزير مكتبة"}), ElementsAre("[وزير] مكتبة"));
  EXPECT_THAT(marked(index, "مكتبة", {"وزير مكتبة"}), ElementsAre("وزير [مكتبة]"));
  EXPECT_THAT(marked(index, request, {"وزير مكتبة"}), ElementsAre("[وزير] مكتبة"));
  index.add(bodies({"شيء جديد"}));
  EXPECT_THAT(marked(index, request, {"وزير مكتبة"}), ElementsAre("[وزير] مكتبة"));
  // What was meant is marked, as it is in the hits.
  index.add({article("e", "", "الانتخابات البلدية في موعدها")});
  ASSERT_TRUE(index.search("الانتخبات").corrected);
  EXPECT_THAT(marked(index, "الانتخبات", {"انتخابات"}), ElementsAre("[انتخابات]"));
}

TEST(GivenTexts, MayBeHostile) {
  SearchIndex index = some();
  const std::string nul("\0وزير\0", 10);
  const std::string long_word = std::string(100'000, 'x') + " وزير";
  std::string signs = "وزير";
  for (int i = 0; i < 1000; ++i) signs += "\u064E";  // ARABIC FATHA
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "وزير ";
  const std::vector<std::string_view> texts{nul,  long_word,      signs,
                                            many, "\u200D\u0301", "👨‍👩‍👧وزير"};
  SearchRequest request;
  request.query = "وزير";
  const auto spans = index.searcher().mark(request, texts);
  ASSERT_EQ(spans.size(), texts.size());
  EXPECT_EQ(spans[2].at(0).end, signs.size());
  EXPECT_EQ(spans[3].size(), 20'000U);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::size_t at = 0;
    for (const Span span : spans[i]) {
      EXPECT_TRUE(at <= span.begin && span.begin < span.end && span.end <= texts[i].size());
      EXPECT_TRUE(is_valid_utf8(texts[i].substr(span.begin, span.end - span.begin)));
      at = span.end;
    }
  }
}

SearchRequest typing(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  request.last_word_prefix = true;
  return request;
}

TEST(WordBeingTyped, FindsWordsThatBeginSo) {
  SearchIndex index(bodies({"مكتبة المدينة", "سفينة كبيرة", "مكتب البريد", "library", "libre"}));
  EXPECT_THAT(ids_of(index.search(typing("سفي"))), ElementsAre("b"));
  EXPECT_THAT(ids_of(index.search(typing("السفي"))), ElementsAre("b"));
  EXPECT_THAT(ids_of(index.search(typing("libr"))), ::testing::UnorderedElementsAre("d", "e"));
  EXPECT_THAT(ids_of(index.search(typing("مدينة سفي"))), ::testing::UnorderedElementsAre("a", "b"));
  EXPECT_FALSE(index.search(typing("سفي")).did_you_mean.has_value());
  EXPECT_FALSE(index.search(typing("سفي")).corrected.has_value());
  EXPECT_THAT(marked(index, typing("سفي"), {"السفينة سفر"}), ElementsAre("[السفينة] سفر"));
}

TEST(WordBeingTyped, CountsLessThanTheWord) {
  SearchIndex index(bodies({"كتاب كتابات كتابة كتابي كتب مكتبة", "كتا", "كتابات كتابات كتابات"}));
  EXPECT_THAT(ids_of(index.search(typing("كتا"))).front(), "b");
}

TEST(WordBeingTyped, IsWholeWhenSomethingFollowsOrQuotesIt) {
  SearchIndex index(bodies({"سفينة كبيرة"}));
  for (const char* query : {"سفي ", "«سفي»", "=سفي", "-سفينة"}) {
    SearchRequest request = typing(query);
    request.matching = MatchingStrategy::kAll;
    request.corrections = {false, false, false};
    EXPECT_THAT(ids_of(index.search(request)), IsEmpty()) << query;
  }
  SearchRequest off;
  off.query = "سفي";
  off.corrections = {false, false, false};
  EXPECT_THAT(ids_of(index.search(off)), IsEmpty());
}

}  // namespace
}  // namespace fihris::testing
