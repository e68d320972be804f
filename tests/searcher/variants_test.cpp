// Names in other spellings.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class Variants : public ::testing::Test {
 protected:
  SearchIndex index_{bodies({
      "وصل زغردوفسكي إلى المطار مساء",          // a
      "قال زغرودوفسكي إن المباراة صعبة",        // b
      "فاز زجردوفسكي بالكأس",                   // c
      "سجل بلاشكوفيتش هدفا",                    // d
      "أعلنت الوزارة أسعار الكهرباء الجديدة",   // e
      "انقطع التيار الكهربائي عن الحي القديم",  // f
  })};
};

TEST_F(Variants, OfAnUnknownNameAreFoundBehindTheTypedSpelling) {
  const std::vector<std::string> ids = index_.ids("زغردوفسكي");
  EXPECT_THAT(ids, UnorderedElementsAre("a", "b", "c"));
  EXPECT_EQ(ids.front(), "a");
}

TEST_F(Variants, AreFoundThoughTheTypedSpellingIsNotInTheIndex) {
  const SearchResults results = index_.search("بلاشكوفتش");
  EXPECT_THAT(ids_of(results), ElementsAre("d"));
  EXPECT_FALSE(results.corrected);
}

TEST_F(Variants, AreOfTheFamilyTier) {
  const SearchResults results = index_.search("زغردوفسكي");
  ASSERT_EQ(results.hits.size(), 3U);
  EXPECT_EQ(results.hits[0].tier, MatchTier::kExact);
  EXPECT_EQ(results.hits[1].tier, MatchTier::kFamily);
  EXPECT_EQ(results.hits[2].tier, MatchTier::kFamily);
}

TEST_F(Variants, AreMarked) {
  const SearchResults results = index_.search("بلاشكوفتش");
  ASSERT_EQ(results.hits.size(), 1U);
  ASSERT_EQ(results.hits[0].snippets.size(), 1U);
  EXPECT_EQ(marked(results.hits[0].snippets[0]), "بلاشكوفيتش");
}

TEST_F(Variants, MeetADemandButNoQuotesNoEqualsSignAndNoMinus) {
  EXPECT_THAT(index_.ids("+زغرودوفسكي +المباراة"), ElementsAre("b"));
  EXPECT_THAT(index_.ids("+زغرودوفسكي +المطار"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("\"زغردوفسكي\""), ElementsAre("a"));
  EXPECT_THAT(index_.ids("=زغردوفسكي"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("المطار المباراة -زغردوفسكي"), ElementsAre("b"));
}

TEST_F(Variants, AreNotSoughtForWordsOfTheLanguage) {
  EXPECT_THAT(index_.ids("أسعار"), ElementsAre("e"));
  EXPECT_THAT(index_.ids("التيار"), ElementsAre("f"));
}

TEST_F(Variants, CanBeSwitchedOff) {
  SearchRequest request;
  request.query = "زغردوفسكي";
  request.variants = false;
  EXPECT_THAT(ids_of(index_.search(request)), ElementsAre("a"));
}

TEST_F(Variants, AreFoundInTitles) {
  index_.add({article("t", "حوار مع زغرادوفسكي", "نص قصير")});
  EXPECT_THAT(index_.ids("title:زغردوفسكي"), ElementsAre("t"));
}

TEST_F(Variants, FollowTheIndex) {
  EXPECT_THAT(index_.ids("بلاشكوفتش"), ElementsAre("d"));
  index_.add({article("g", "", "عاد بلاشكوفتيش إلى فريقه")});
  EXPECT_THAT(index_.ids("بلاشكوفتش"), UnorderedElementsAre("d", "g"));
}

}  // namespace
}  // namespace fihris::testing
