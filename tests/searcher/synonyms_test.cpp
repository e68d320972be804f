// The synonyms file of an index.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class SynonymsFile : public ::testing::Test {
 protected:
  // Each text has a date of its own, as if minutes had passed.
  void write(std::string_view text) {
    const std::filesystem::path file = index_.dir() / "synonyms.txt";
    std::ofstream(file, std::ios::binary) << text;
    std::filesystem::last_write_time(
        file, std::filesystem::file_time_type::clock::now() + std::chrono::minutes(++written_));
  }

  SearchIndex index_{bodies({
      "اشترى المتحف سيارة قديمة",                    // a
      "بيعت مركبة من القرن الماضي",                  // b
      "اجتمع مجلس التعاون لدول الخليج العربية أمس",  // c
      "وزعت دول الخليج العربية مساعدات في التعاون",  // d
      "قال GCC في بيان إن الأسواق مستقرة",           // e
      "ارتفع سعر النحاس",                            // f
  })};
  int written_ = 0;
};

TEST_F(SynonymsFile, JoinsWordsOfAGroup) {
  EXPECT_THAT(index_.ids("سيارة"), ElementsAre("a"));
  write("سيارة، مركبة\n");
  EXPECT_THAT(index_.ids("سيارة"), ElementsAre("a", "b"));
  EXPECT_THAT(index_.ids("المركبات"), ElementsAre("b", "a"));
}

TEST_F(SynonymsFile, TakesPhrasesLatinWordsBothCommasAndComments) {
  write(
      "# مختصرات\n"
      "GCC, مجلس التعاون ، الخليج  # تعليق\n"
      "\n");
  EXPECT_THAT(index_.ids("gcc"), UnorderedElementsAre("e", "c", "d"));
  EXPECT_THAT(index_.ids("+مستقرة +نحاس"), IsEmpty());
}

TEST_F(SynonymsFile, MatchesPhrasesAsPhrases) {
  write("GCC, مجلس التعاون\n");
  EXPECT_THAT(index_.ids("gcc"), ElementsAre("e", "c"));
  EXPECT_THAT(index_.ids("مجلس التعاون"), ElementsAre("c", "d", "e"));
  EXPECT_THAT(index_.ids("التعاون مجلس"), UnorderedElementsAre("c", "d"));
}

TEST_F(SynonymsFile, StandsForAPhraseWhereAllWordsAreDemanded) {
  write("GCC, مجلس التعاون\n");
  SearchRequest request;
  request.query = "بيان مجلس التعاون";
  request.sort = Sort::kDateDescending;
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("e"));
}

TEST_F(SynonymsFile, MatchesAreMarkedAndOfTheFamilyTier) {
  write("سيارة، مركبة\nGCC, مجلس التعاون\n");
  const SearchResults car = index_.search("سيارة");
  ASSERT_THAT(car.hits, SizeIs(2));
  EXPECT_EQ(car.hits[0].tier, MatchTier::kExact);
  EXPECT_EQ(car.hits[1].tier, MatchTier::kFamily);
  EXPECT_EQ(marked(car.hits[1].snippets[0]), "مركبة");
  const SearchResults council = index_.search("gcc");
  ASSERT_THAT(council.hits, SizeIs(2));
  EXPECT_EQ(marked(council.hits[1].snippets[0]), "مجلس التعاون");
}

TEST_F(SynonymsFile, DoesNotReachIntoQuotesFormsAndExclusions) {
  write("سيارة، مركبة\n");
  EXPECT_THAT(index_.ids("\"سيارة\""), ElementsAre("a"));
  EXPECT_THAT(index_.ids("=سيارة"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("متحف القرن -سيارة"), ElementsAre("b"));
}

TEST_F(SynonymsFile, IsReadAgainWhenItChanges) {
  write("سيارة، مركبة\n");
  EXPECT_THAT(index_.ids("سيارة"), SizeIs(2));
  write("سيارة، نحاس\n");
  EXPECT_THAT(index_.ids("سيارة"), ElementsAre("a", "f"));
  std::filesystem::remove(index_.dir() / "synonyms.txt");
  EXPECT_THAT(index_.ids("سيارة"), ElementsAre("a"));
}

TEST_F(SynonymsFile, ReportsBadLinesByNumber) {
  write("سيارة، مركبة\nوحيد\nفي، من\n\xFF\xFE, a\nقمر،،هلال،\n");
  const SearchResults results = index_.search("سيارة");
  EXPECT_THAT(ids_of(results), SizeIs(2));
  std::vector<std::string> messages;
  for (const query::Diagnostic& each : results.diagnostics) messages.push_back(each.message);
  EXPECT_THAT(messages,
              ElementsAre(HasSubstr("line 2:"), HasSubstr("line 3:"), HasSubstr("line 3:"),
                          HasSubstr("line 3:"), HasSubstr("line 4:")));
}

TEST_F(SynonymsFile, StopsReportingAfterAFew) {
  std::string bad;
  for (int i = 0; i < 50; ++i) bad += "وحيد\n";
  write(bad);
  EXPECT_THAT(index_.search("سيارة").diagnostics, SizeIs(6));
}

TEST_F(SynonymsFile, CanBeLeftAside) {
  write("سيارة، مركبة\nوحيد\n");
  SearchRequest request;
  request.query = "سيارة";
  request.synonyms = false;
  const SearchResults results = index_.search(request);
  EXPECT_THAT(ids_of(results), ElementsAre("a"));
  EXPECT_THAT(results.diagnostics, IsEmpty());
}

TEST_F(SynonymsFile, SurvivesRepeatedAndOverlappingMembers) {
  write("سيارة، مركبة\nمركبة، عربة، سيارة\nسيارة مركبة، نحاس\n");
  EXPECT_THAT(index_.ids("سيارة مركبة سيارة مركبة"), UnorderedElementsAre("a", "b", "f"));
  EXPECT_THAT(index_.ids("+سيارة سيارة"), UnorderedElementsAre("a", "b"));
}

TEST_F(SynonymsFile, StaysWhenTheIndexIsCompacted) {
  write("سيارة، مركبة\n");
  index_.add({article("g", "", "عربة ومركبة")});
  index_.compact();
  EXPECT_THAT(index_.ids("سيارة"), UnorderedElementsAre("a", "b", "g"));
}

}  // namespace
}  // namespace fihris::testing
