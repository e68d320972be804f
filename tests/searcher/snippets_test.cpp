// What is shown of a hit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Hit only_hit(SearchIndex& index, SearchRequest request) {
  SearchResults results = index.search(std::move(request));
  EXPECT_THAT(results.hits, SizeIs(1));
  return results.hits.empty() ? Hit{} : results.hits.front();
}

SearchRequest asking(std::string query) {
  SearchRequest request;
  request.query = std::move(query);
  return request;
}

TEST(Snippets, ShowTitleAndBodyWithTheirMarks) {
  SearchIndex index({article("x", "جسر جديد على النهر", "افتتح الوزيران الجسر أمس. وطوله ميلان.")});
  const Hit hit = only_hit(index, asking("الجسور"));
  EXPECT_EQ(hit.title.text, "جسر جديد على النهر");
  EXPECT_EQ(marked(hit.title), "جسر");
  ASSERT_THAT(hit.snippets, SizeIs(1));
  EXPECT_EQ(hit.snippets[0].field, "body");
  EXPECT_EQ(marked(hit.snippets[0]), "الجسر");
}

TEST(Snippets, ComeFromTheSummaryWhenTheBodyHasNoMatch) {
  Article made = article("x", "خبر", "نص طويل عن أمر آخر.");
  made.summary = "ملخص يذكر الزلزال وحده.";
  SearchIndex index({made});
  const Hit hit = only_hit(index, asking("زلزال"));
  ASSERT_THAT(hit.snippets, SizeIs(1));
  EXPECT_EQ(hit.snippets[0].field, "summary");
  EXPECT_EQ(marked(hit.snippets[0]), "الزلزال");
}

TEST(Snippets, AreTheBeginningWhenOnlyTheTitleMatches) {
  SearchIndex index({article("x", "زلزال في البحر", "نص عن أمر آخر. وجملة ثانية.")});
  const Hit hit = only_hit(index, asking("زلزال"));
  ASSERT_THAT(hit.snippets, SizeIs(1));
  EXPECT_THAT(hit.snippets[0].marks, IsEmpty());
  EXPECT_THAT(hit.snippets[0].text, ::testing::StartsWith("نص عن"));
}

TEST(Snippets, OfAPhraseMarkNothingElse) {
  SearchIndex index({article("x", "", "وزير المالية غائب ووزير الصحة حاضر، قال وزير الصحة.")});
  EXPECT_EQ(marked(only_hit(index, asking("«وزير الصحة»")).snippets[0]), "ووزير الصحة|وزير الصحة");
}

TEST(Snippets, DoNotMarkFunctionWordsBesideOthers) {
  SearchIndex index({article("x", "", "الرجل الذي باع المزرعة")});
  EXPECT_EQ(marked(only_hit(index, asking("الذي مزرعة")).snippets[0]), "المزرعة");
  EXPECT_EQ(marked(only_hit(index, asking("الذي")).snippets[0]), "الذي");
}

TEST(Snippets, DoNotMarkWhatIsExcluded) {
  SearchIndex index({article("x", "", "قطار سريع")});
  EXPECT_EQ(marked(only_hit(index, asking("قطار -بطيء")).snippets[0]), "قطار");
}

TEST(Snippets, MarkTitleWordsInTheTitleOnly) {
  SearchIndex index({article("x", "قافلة الليل", "وصلت القافلة مبكرا")});
  const Hit hit = only_hit(index, asking("title:قافلة"));
  EXPECT_EQ(marked(hit.title), "قافلة");
  EXPECT_THAT(hit.snippets[0].marks, IsEmpty());
}

TEST(Snippets, MarkFormsAndBeginningsAsAsked) {
  SearchIndex index({article("x", "", "المهندس والمهندسون ومهندس واحد")});
  EXPECT_EQ(marked(only_hit(index, asking("=المهندس")).snippets[0]), "المهندس");
  EXPECT_EQ(marked(only_hit(index, asking("مهند*")).snippets[0]), "المهندس|والمهندسون|ومهندس");
}

TEST(Snippets, CanBeLeftOut) {
  SearchIndex index({article("x", "قطار الليل", "وصل القطار")});
  SearchRequest request = asking("قطار");
  request.snippets = false;
  const Hit hit = only_hit(index, request);
  EXPECT_THAT(hit.snippets, IsEmpty());
  EXPECT_THAT(hit.title.text, IsEmpty());
  EXPECT_EQ(hit.article.title, "قطار الليل");
  EXPECT_EQ(hit.tier, MatchTier::kExact);
}

TEST(Snippets, AreAsManyAsAskedFor) {
  std::string body;
  for (int i = 0; i < 8; ++i)
    body += "تمر القافلة بالمحطة رقم " + std::to_string(i) + " كل ساعة تقريبا.\n";
  SearchIndex index({article("x", "", body)});
  SearchRequest request = asking("قافلة");
  request.snippet_graphemes = 40;
  for (const std::size_t fragments : {0U, 1U, 3U}) {
    request.fragments = fragments;
    EXPECT_THAT(only_hit(index, request).snippets, SizeIs(fragments));
  }
}

TEST(Snippets, GiveBackTheWholeArticle) {
  Article made = article("x", "عنوان", "متن");
  made.author = "كاتب";
  made.tags = {"واحد", "اثنان"};
  made.extra = R"({"rating":5})";
  SearchIndex index({made});
  EXPECT_EQ(only_hit(index, asking("متن")).article, made);
  EXPECT_EQ(index.searcher().get("x"), made);
  EXPECT_EQ(index.searcher().get("y"), std::nullopt);
}

}  // namespace
}  // namespace fihris::testing
