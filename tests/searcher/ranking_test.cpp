// What comes first, and how well it matches.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;

// Words that appear in all of them, so that length and frequency are the same.
std::string padded(const std::string& text) {
  return text + " وأضاف البيان أن اللجنة ستعقد جلسة ثانية خلال الأسبوع المقبل للنظر في الملف";
}

MatchTier tier_of(SearchIndex& index, std::string_view query, std::string_view id) {
  for (const Hit& hit : index.search(query).hits) {
    if (hit.article.id == id) return hit.tier;
  }
  ADD_FAILURE() << query << " does not find " << id;
  return MatchTier::kFamily;
}

TEST(Ranking, PrefersTheTypedFormOfAWord) {
  SearchIndex index({article("plural", "", padded("ناقش الوزراء الخطة")),
                     article("typed", "", padded("ناقش الوزير الخطة"))});
  EXPECT_THAT(index.ids("الوزير"), ElementsAre("typed", "plural"));
  EXPECT_THAT(index.ids("الوزراء"), ElementsAre("plural", "typed"));
}

TEST(Ranking, PrefersWordsInOneSentenceToWordsFarApart) {
  std::string far = "أزمة كبيرة في البلاد.";
  std::string filler;
  for (int i = 0; i < 40; ++i) filler += " تفاصيل أخرى";
  SearchIndex index({article("far", "", far + filler + " ثم طالت المياه."),
                     article("near", "", "أزمة المياه كبيرة في البلاد." + filler + " ثم طالت.")});
  EXPECT_THAT(index.ids("أزمة المياه"), ElementsAre("near", "far"));
}

TEST(Ranking, PrefersNeighboursInOrder) {
  SearchIndex index({article("loose", "", padded("وزير في حكومة الخارجية")),
                     article("reversed", "", padded("الخارجية في حكومة وزير")),
                     article("tight", "", padded("حكومة في وزير الخارجية"))});
  EXPECT_EQ(index.ids("وزير الخارجية").front(), "tight");
}

TEST(Ranking, PrefersTheTitle) {
  SearchIndex index({article("body", "جلسة طارئة", padded("غرامات مرورية جديدة")),
                     article("title", "غرامات مرورية", padded("جلسة طارئة جديدة"))});
  EXPECT_EQ(index.ids("غرامات مرورية").front(), "title");
}

TEST(Ranking, PrefersALongArticleThatBeginsWithTheWords) {
  std::string filler;
  for (int i = 0; i < 80; ++i) filler += " تفاصيل أخرى";
  const std::string news = " أضرب عمال المناجم صباحا.";
  SearchIndex index({article("aside", "", "في البلاد." + filler + filler + news),
                     article("lead", "", "في البلاد." + news + filler + filler)});
  EXPECT_THAT(index.ids("إضراب عمال المناجم"), ElementsAre("lead", "aside"));
}

TEST(Ranking, PrefersAnotherWordOfTheSameRootToNone) {
  SearchIndex index({article("library", "", padded("المكتبة مغلقة حتى إشعار آخر")),
                     article("none", "", padded("افتتح الوالي الحديقة في المدينة")),
                     article("relative", "", padded("افتتح الوالي المكتب في المدينة"))});
  const std::vector<std::string> found = index.ids("افتتح مكتبة");
  EXPECT_LT(std::find(found.begin(), found.end(), "relative"),
            std::find(found.begin(), found.end(), "none"));
  EXPECT_THAT(index.ids("مكتبة"), ElementsAre("library")) << "a root alone finds nothing";
}

TEST(Ranking, PrefersNamesAndNumbersToOtherWords) {
  SearchIndex index({article("a word", "", padded("عرض المتحف سفينة")),
                     article("name", "", padded("عرض المتحف بغداد")),
                     article("number", "", padded("عرض المتحف 1957"))});
  EXPECT_THAT(index.ids("سفينة بغداد"), ElementsAre("name", "a word"));
  EXPECT_THAT(index.ids("بغداد سفينة"), ElementsAre("name", "a word"));
  EXPECT_THAT(index.ids("سفينة 1957"), ElementsAre("number", "a word"));
}

TEST(Ranking, SettlesTiesByArticleId) {
  std::vector<Article> articles;
  for (const char* id : {"m", "c", "x", "a", "k"})
    articles.push_back(article(id, "", "نص واحد بعينه"));
  SearchIndex index(articles);
  EXPECT_THAT(index.ids("نص"), ElementsAre("a", "c", "k", "m", "x"));
  EXPECT_THAT(index.ids("+نص"), ElementsAre("a", "c", "k", "m", "x"));
}

TEST(Ranking, ScoresFallAndAreTheSameInARun) {
  SearchIndex index(bodies({"قطار سريع إلى الميناء", "قطار إلى الميناء القديم", "ميناء بعيد",
                            "قطار قطار قطار", "طريق سريع"}));
  const SearchResults results = index.search("قطار سريع الميناء");
  const std::vector<RankedId> run = index.searcher().rank("قطار سريع الميناء", 100);
  ASSERT_EQ(run.size(), results.hits.size());
  for (std::size_t i = 0; i < run.size(); ++i) {
    EXPECT_EQ(run[i].id, results.hits[i].article.id);
    EXPECT_DOUBLE_EQ(run[i].score, results.hits[i].score);
    EXPECT_LE(run[i].score, i > 0 ? run[i - 1].score : run[i].score);
    EXPECT_GT(run[i].score, 0);
  }
}

TEST(Tiers, SayHowWellAHitMatches) {
  SearchIndex index({article("as-typed", "", "وصل وزير الخارجية إلى مسقط"),
                     article("apart", "", "الخارجية تستدعي السفير ثم يرد وزير آخر"),
                     article("inflected", "", "اجتماع لوزراء خارجية الخليج"),
                     article("in-title", "الخارجية: وزير جديد", "تفاصيل لاحقا")});
  EXPECT_EQ(tier_of(index, "وزير الخارجية", "as-typed"), MatchTier::kExact);
  EXPECT_EQ(tier_of(index, "وزير الخارجية", "apart"), MatchTier::kForm);
  EXPECT_EQ(tier_of(index, "وزير الخارجية", "inflected"), MatchTier::kLemma);
  EXPECT_EQ(tier_of(index, "وزير الخارجية", "in-title"), MatchTier::kExact);
}

TEST(Tiers, OfOneWordAreExactOrLemma) {
  SearchIndex index(bodies({"مدرسة جديدة", "المدارس الجديدة"}));
  EXPECT_EQ(tier_of(index, "مدرسة", "a"), MatchTier::kExact);
  EXPECT_EQ(tier_of(index, "مدرسة", "b"), MatchTier::kLemma);
}

TEST(Tiers, CompareNormalisedForms) {
  SearchIndex index(bodies({"إِدَارَةُ الشركة"}));
  EXPECT_EQ(tier_of(index, "ادارة", "a"), MatchTier::kExact);
}

TEST(Tiers, NeedEveryWord) {
  SearchIndex index(bodies({"مدرسة جديدة في القرية"}));
  EXPECT_EQ(tier_of(index, "مدرسة زجاجية", "a"), MatchTier::kLemma);
}

TEST(Tiers, HoldFunctionWordsInTheirPlace) {
  SearchIndex index(bodies({"رحلة إلى القمر", "رحلة من القمر"}));
  EXPECT_EQ(tier_of(index, "رحلة إلى القمر", "a"), MatchTier::kExact);
  EXPECT_EQ(tier_of(index, "رحلة إلى القمر", "b"), MatchTier::kForm);
}

}  // namespace
}  // namespace fihris::testing
