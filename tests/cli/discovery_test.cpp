// fihris search with facets and folding, related, suggest.
#include <gmock/gmock.h>

#include "command_line.h"

namespace fihris::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::string line(const std::string& id, const std::string& source, const std::string& title,
                 const std::string& body) {
  return json{{"id", id},
              {"source", source},
              {"title", title},
              {"body", body},
              {"date", "2025-06-0" + std::to_string(1 + id.size() % 3)}}
             .dump() +
         "\n";
}

class Discovery : public CommandLine {
 protected:
  void SetUp() override {
    const std::string story =
        "غادرت القافلة واحة النخيل فجرا وعلى ظهور جمالها أكياس الملح والتمر، ويقول الأدلاء إن "
        "الطريق إلى المدينة يستغرق تسعة أيام إذا لم تهب عاصفة، وإن الآبار القديمة ما زالت عذبة";
    // In an archive of three every word would be everywhere, and tell nothing.
    std::string others;
    for (const char* id : {"m", "n", "o", "p", "q", "r", "s", "t"}) {
      others += line(id, "نبأ", "نتائج الدوري", "فاز الفريق في الشوط الثاني أمام جمهوره");
    }
    index_lines(others + line("a", "برق", "قافلة الملح تغادر الواحة", story) +
                line("b", "مرفأ", "القافلة في الطريق", story) +
                line("c", "مرفأ", "أسعار التمر في الواحة", "تجار التمر ينتظرون القافلة وجمالها"));
  }
};

TEST_F(Discovery, SearchCountsFacetsAndMonths) {
  const ProcessResult result = fihris({"search", "--db", db(), "--json", "--facet", "source",
                                       "--facet", "سنة", "--histogram", "month", "قافلة"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const json found = json::parse(result.out);
  EXPECT_EQ(found["facetDistribution"]["source"], json({{"مرفأ", 2}, {"برق", 1}}));
  EXPECT_EQ(found["facetDistribution"]["year"], json({{"2025", 3}}));
  EXPECT_EQ(found["dateHistogram"], json::parse(R"([{"month":"2025-06","count":3}])"));
  EXPECT_EQ(found["facetsExact"], true);
}

TEST_F(Discovery, SearchShowsFacetsOnATerminal) {
  const ProcessResult result = fihris({"search", "--db", db(), "--facet", "source", "قافلة"});
  EXPECT_THAT(result.out, HasSubstr("source\n    2  مرفأ\n    1  برق\n"));
}

TEST_F(Discovery, SearchRefusesWhatIsNoFacet) {
  EXPECT_COMPLAINT(fihris({"search", "--db", db(), "--facet", "body", "قافلة"}), 2);
  EXPECT_COMPLAINT(fihris({"search", "--db", db(), "--histogram", "week", "قافلة"}), 2);
}

TEST_F(Discovery, SearchFoldsTheSameStoryUnlessToldNotTo) {
  const json folded = json::parse(fihris({"search", "--db", db(), "--json", "أكياس الملح"}).out);
  ASSERT_THAT(folded["hits"], SizeIs(1));
  EXPECT_EQ(folded["hits"][0]["duplicateCount"], 1);
  EXPECT_THAT(folded["hits"][0]["duplicates"], SizeIs(1));
  EXPECT_EQ(folded["estimatedTotalHits"], 2);
  const json all =
      json::parse(fihris({"search", "--db", db(), "--json", "--no-fold", "أكياس الملح"}).out);
  EXPECT_THAT(all["hits"], SizeIs(2));
  EXPECT_FALSE(all["hits"][0].contains("duplicates"));
  const ProcessResult text = fihris({"search", "--db", db(), "أكياس الملح"});
  EXPECT_THAT(text.out, HasSubstr("    = "));
}

TEST_F(Discovery, RelatedListsCopiesApart) {
  const ProcessResult result = fihris({"related", "--db", db(), "--json", "a"});
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const json related = json::parse(result.out);
  EXPECT_EQ(related["id"], "a");
  ASSERT_THAT(related["duplicates"], SizeIs(1));
  EXPECT_EQ(related["duplicates"][0]["id"], "b");
  EXPECT_EQ(related["duplicates"][0]["source"], "مرفأ");
  ASSERT_THAT(related["hits"], SizeIs(1));
  EXPECT_EQ(related["hits"][0]["id"], "c");
  EXPECT_THAT(fihris({"related", "--db", db(), "a"}).out, HasSubstr("أسعار التمر في الواحة"));
}

TEST_F(Discovery, RelatedOfAnUnknownArticleIsNothingFound) {
  EXPECT_COMPLAINT(fihris({"related", "--db", db(), "nobody"}), 1);
  EXPECT_COMPLAINT(fihris({"related", "--db", db()}), 2);
}

TEST_F(Discovery, SuggestPrintsOneSuggestionALine) {
  const ProcessResult result = fihris({"suggest", "--db", db(), "قافل"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(lines_of(result.out), ::testing::Contains("قافلة الملح تغادر الواحة"));
  const json found =
      json::parse(fihris({"suggest", "--db", db(), "--json", "--limit", "1", "قافل"}).out);
  ASSERT_THAT(found["suggestions"], SizeIs(1));
  EXPECT_EQ(found["prefix"], "قافل");
}

TEST_F(Discovery, SuggestWithoutAnswerIsNothingFound) {
  const ProcessResult result = fihris({"suggest", "--db", db(), "خخخ"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "");
  EXPECT_COMPLAINT(fihris({"suggest", "--db", db()}), 2);
}

}  // namespace
}  // namespace fihris::testing
