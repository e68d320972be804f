// Phrases and nearness.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "fihris/store/token_column.h"
#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class Phrases : public ::testing::Test {
 protected:
  SearchIndex index_{{
      article("order", "", "أعلن محافظ البنك المركزي رفع الفائدة"),
      article("reversed", "", "المركزي البنك المحافظ"),
      article("apart", "", "البنك الذي تأسس قبل عقود يقع في الحي المركزي من المدينة"),
      article("vocalised", "", "قال البَنْكُ المركزيُّ إن الاحتياطي يكفي"),
      article("title", "البنك المركزي يخفض توقعاته", "صدر البيان صباح الأحد"),
      article("seam", "قضية البنك", "المركزي للبحوث ينفي الخبر"),
      article("of", "", "خرج من على المنصة ثم عاد على من طلبه"),
  }};
};

TEST_F(Phrases, AreFoundInOrderAndAdjacent) {
  EXPECT_THAT(index_.ids("\"البنك المركزي\""), UnorderedElementsAre("order", "vocalised", "title"));
  EXPECT_THAT(index_.ids("«المركزي البنك»"), ElementsAre("reversed"));
  EXPECT_THAT(index_.ids("«محافظ البنك المركزي رفع»"), ElementsAre("order"));
}

TEST_F(Phrases, InSeveralAreAllDemanded) {
  EXPECT_THAT(index_.ids("«البنك المركزي» «رفع الفائدة»"), ElementsAre("order"));
}

TEST_F(Phrases, BesideWordsOnlyRank) {
  const std::vector<std::string> ids = index_.ids("«البنك المركزي» الفائدة");
  EXPECT_EQ(ids.front(), "order");
  EXPECT_THAT(ids, ::testing::Contains("reversed"));
  EXPECT_THAT(index_.ids("+«البنك المركزي» الفائدة"),
              UnorderedElementsAre("order", "vocalised", "title"));
}

TEST_F(Phrases, AreExcludedAndCombined) {
  EXPECT_THAT(index_.ids("+البنك -«البنك المركزي»"),
              UnorderedElementsAre("reversed", "apart", "seam"));
  EXPECT_THAT(index_.ids("(«المركزي البنك» أو «رفع الفائدة»)"),
              UnorderedElementsAre("reversed", "order"));
  EXPECT_THAT(index_.ids("(«المركزي البنك» أو المنصة)"), UnorderedElementsAre("reversed", "of"));
}

TEST_F(Phrases, KeepToTheTitleWhenAsked) {
  EXPECT_THAT(index_.ids("title:«البنك المركزي»"), ElementsAre("title"));
}

TEST_F(Phrases, AsTypedNeedThoseForms) {
  EXPECT_THAT(index_.ids("=«محافظ البنك»"), ElementsAre("order"));
  EXPECT_THAT(index_.ids("=«المحافظ البنك»"), IsEmpty());
}

TEST_F(Phrases, OfFunctionWordsAreFoundInTheText) {
  EXPECT_THAT(index_.ids("«من على»"), ElementsAre("of"));
  EXPECT_THAT(index_.ids("«على من»"), ElementsAre("of"));
  EXPECT_THAT(index_.ids("«على الذي»"), IsEmpty());
}

TEST_F(Phrases, HoldFunctionWordsInTheirPlace) {
  EXPECT_THAT(index_.ids("«الحي المركزي من المدينة»"), ElementsAre("apart"));
  EXPECT_THAT(index_.ids("+«الحي المركزي في المدينة»"), IsEmpty());
}

TEST_F(Phrases, NearOneAnotherNeedNoOrder) {
  EXPECT_THAT(index_.ids("\"المركزي محافظ\"~2"), UnorderedElementsAre("order", "reversed"));
  EXPECT_THAT(index_.ids("\"البنك المركزي\"~8"),
              UnorderedElementsAre("order", "reversed", "vocalised", "title", "apart"));
  EXPECT_THAT(index_.ids("\"البنك المدينة\"~3"), IsEmpty());
}

TEST_F(Phrases, AreCountedExactly) {
  const SearchResults results = index_.search("«البنك المركزي»");
  EXPECT_EQ(results.estimated_total, 3U);
  EXPECT_TRUE(results.exhaustive);
}

TEST_F(Phrases, OfOneWordAreThatWord) { EXPECT_THAT(index_.ids("«المنصة»"), ElementsAre("of")); }

// Two made-up words whose fingerprints are the same, so that the column says "phrase" where there
// is none.
std::pair<std::string, std::string> colliding_words() {
  Analyzer analyzer;
  std::vector<Token> tokens;
  std::map<std::uint16_t, std::string> seen;
  for (int i = 0; i < 200'000; ++i) {
    const std::string word = "zq" + std::to_string(i) + "x";
    analyzer.analyze(word, tokens);
    if (tokens.size() != 1) continue;
    const auto [at, is_new] =
        seen.try_emplace(lemma_fingerprint(tokens[0].kind, tokens[0].lemma), word);
    if (!is_new) return {at->second, word};
  }
  return {};
}

TEST(PhrasesAndCollisions, NeverShowAPhraseThatIsNotThere) {
  const auto [one, other] = colliding_words();
  if (one.empty()) GTEST_SKIP() << "no two words with the same fingerprint were made";
  // Both articles have both words; only one has them together.
  SearchIndex index({article("false", "", "مجلس " + other + " ثم " + one),
                     article("true", "", "ثم مجلس " + one)});
  const SearchResults results = index.search("«مجلس " + one + "»");
  EXPECT_THAT(ids_of(results), ElementsAre("true"));
  EXPECT_EQ(results.estimated_total, 1U);
  EXPECT_THAT(index.searcher().rank("«مجلس " + one + "»", 10), SizeIs(1));
}

TEST(PhrasesAndCollisions, RefillThePageAndRepeatNothingOnTheNext) {
  const auto [one, other] = colliding_words();
  if (one.empty()) GTEST_SKIP() << "no two words with the same fingerprint were made";
  std::vector<Article> articles;
  for (int i = 0; i < 12; ++i) {
    const bool collides = i % 3 == 0;
    const std::string body = collides ? "مجلس " + other + " ثم " + one : "ثم ثم مجلس " + one;
    articles.push_back(article("n" + std::to_string(i), "", body));
  }
  SearchIndex index(articles);
  std::vector<std::string> paged;
  for (std::size_t offset = 0; offset < 9; offset += 3) {
    SearchRequest request;
    request.query = "«مجلس " + one + "»";
    request.offset = offset;
    request.limit = 3;
    for (std::string& id : ids_of(index.search(request))) paged.push_back(std::move(id));
  }
  EXPECT_THAT(paged, UnorderedElementsAre("n1", "n2", "n4", "n5", "n7", "n8", "n10", "n11"));
}

}  // namespace
}  // namespace fihris::testing
