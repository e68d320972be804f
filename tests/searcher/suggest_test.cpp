// Completing what is being typed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

Article titled(std::string id, std::string title, std::string date) {
  Article made = article(std::move(id), std::move(title), "");
  made.date = std::move(date);
  return made;
}

std::vector<Article> articles() {
  return {titled("a", "وزير الخارجية يزور صنعاء", "2025-01-01"),
          titled("b", "صنعاء تستقبل وزير الخارجية", "2025-01-05"),
          titled("c", "لقاء مع الوزير", "2025-01-03"),
          titled("d", "وزارة النقل: قطار جديد", "2025-01-02"),
          titled("e", "إطلاق القِطار السريع في صنعاء", "2025-01-04"),
          titled("f", "أسواق الخُضار", "2025-01-06"),
          titled("g", "أسواق الخُضار تزدهر", "2024-01-06")};
}

class Suggest : public ::testing::Test {
 protected:
  std::vector<std::string> texts(std::string_view prefix, std::size_t limit = 10) {
    std::vector<std::string> all;
    for (const Suggestion& suggestion : index_.searcher().suggest(prefix, limit).suggestions) {
      all.push_back(suggestion.text);
    }
    return all;
  }
  std::vector<std::string> of_kind(std::string_view prefix, Suggestion::Kind kind) {
    std::vector<std::string> all;
    for (const Suggestion& suggestion : index_.searcher().suggest(prefix).suggestions) {
      if (suggestion.kind == kind) all.push_back(suggestion.text);
    }
    return all;
  }
  std::vector<std::string> titles(std::string_view prefix) {
    return of_kind(prefix, Suggestion::Kind::kTitle);
  }

  SearchIndex index_{articles()};
};

TEST_F(Suggest, FindsFrequentPhrasesByTheirBeginning) {
  EXPECT_THAT(texts("وزي"), Contains("وزير الخارجية"));
  EXPECT_THAT(texts("وزير الخا"), Contains("وزير الخارجية"));
  EXPECT_THAT(texts("وزير ال"), Contains("وزير الخارجية"));
}

TEST_F(Suggest, IsBlindToTheArticleOnBothSides) {
  EXPECT_THAT(titles("وزي"), Contains("لقاء مع الوزير"));
  EXPECT_THAT(titles("الوزي"), Contains("وزير الخارجية يزور صنعاء"));
  EXPECT_THAT(texts("وزير خا"), Contains("وزير الخارجية"));
  EXPECT_THAT(texts("والوزير الخا"), Contains("وزير الخارجية"));
}

TEST_F(Suggest, IsBlindToVowelSignsAndHamza) {
  EXPECT_THAT(titles("قطا"), Contains("إطلاق القِطار السريع في صنعاء"));
  EXPECT_THAT(titles("قُطا"), Contains("وزارة النقل: قطار جديد"));
  EXPECT_THAT(titles("اطلا"), Contains("إطلاق القِطار السريع في صنعاء"));
  EXPECT_THAT(texts("اسوا"), Contains("أسواق الخُضار"));
}

TEST_F(Suggest, GivesTitlesTheNewestFirst) {
  EXPECT_THAT(titles("صنعا"),
              ElementsAre("صنعاء تستقبل وزير الخارجية", "إطلاق القِطار السريع في صنعاء",
                          "وزير الخارجية يزور صنعاء"));
}

TEST_F(Suggest, FindsTitlesWithAllWords) {
  EXPECT_THAT(titles("صنعاء وزي"),
              ElementsAre("صنعاء تستقبل وزير الخارجية", "وزير الخارجية يزور صنعاء"));
  EXPECT_THAT(titles("قطار وزي"), IsEmpty());
}

TEST_F(Suggest, NamesTheArticleOfATitle) {
  const Suggestions found = index_.searcher().suggest("لقا");
  ASSERT_FALSE(found.suggestions.empty());
  EXPECT_EQ(found.suggestions.back().id, "c");
  EXPECT_EQ(found.prefix, "لقا");
}

TEST_F(Suggest, TakesABlankAtTheEndForAFinishedWord) {
  EXPECT_THAT(texts("وزير "), AllOf(Contains("وزير الخارجية"), Not(Contains("وزارة النقل"))));
  EXPECT_THAT(texts("وزي "), IsEmpty());
}

TEST_F(Suggest, GivesNoMoreThanAskedForAndKeepsPlacesForTitles) {
  for (const std::size_t limit : {1U, 2U, 3U, 5U})
    EXPECT_THAT(texts("و", limit), SizeIs(::testing::Le(limit)));
  const Suggestions three = index_.searcher().suggest("وزي", 3);
  EXPECT_EQ(three.suggestions.back().kind, Suggestion::Kind::kTitle);
  EXPECT_THAT(texts("وزي", 0), IsEmpty());
}

TEST_F(Suggest, FollowsUpdatesAtOnce) {
  index_.add({titled("n", "زلزال يضرب الساحل", "2025-02-01")});
  EXPECT_THAT(titles("زلز"), ElementsAre("زلزال يضرب الساحل"));
  index_.add({titled("n", "عاصفة تضرب الساحل", "2025-02-01")});
  EXPECT_THAT(titles("زلز"), IsEmpty());
  EXPECT_THAT(titles("عاصف"), ElementsAre("عاصفة تضرب الساحل"));
  index_.remove({"c", "n"});
  EXPECT_THAT(titles("لقا"), IsEmpty());
  EXPECT_THAT(titles("عاصف"), IsEmpty());
}

TEST_F(Suggest, LearnsPhrasesFromADeltaThatHasGrown) {
  std::vector<Article> more;
  for (int i = 0; i < 40; ++i) {
    more.push_back(titled("m" + std::to_string(i), "بطولة الشطرنج في الجولة " + std::to_string(i),
                          "2025-03-01"));
  }
  index_.add(more);
  EXPECT_THAT(of_kind("بطو", Suggestion::Kind::kPhrase), Contains("بطولة الشطرنج"));
  EXPECT_THAT(of_kind("وزي", Suggestion::Kind::kPhrase), Contains("وزير الخارجية"));
  index_.compact();
  EXPECT_THAT(of_kind("بطو", Suggestion::Kind::kPhrase), Contains("بطولة الشطرنج"));
  EXPECT_THAT(of_kind("وزي", Suggestion::Kind::kPhrase), Contains("وزير الخارجية"));
}

TEST_F(Suggest, ForgetsPhrasesOfDeletedArticlesWithTheNextRebuild) {
  index_.remove({"a", "b"});
  index_.compact();
  EXPECT_THAT(texts("وزير الخا"), IsEmpty());
}

TEST_F(Suggest, TellsNamesFromOtherWords) {
  EXPECT_THAT(of_kind("صنعا", Suggestion::Kind::kName), Contains("صنعاء"));
  EXPECT_THAT(of_kind("قطا", Suggestion::Kind::kName), IsEmpty());
}

TEST_F(Suggest, TakesAnyText) {
  EXPECT_THAT(texts(""), IsEmpty());
  EXPECT_THAT(texts("  ؟! «"), IsEmpty());
  EXPECT_THAT(texts("\xff\xfe"), IsEmpty());
  EXPECT_THAT(texts(std::string("a\0b", 3)), IsEmpty());
  EXPECT_THAT(texts(std::string(100'000, 'x')), IsEmpty());
  std::string words;
  for (int i = 0; i < 1000; ++i) words += "وزير ";
  EXPECT_NO_THROW(texts(words));
  EXPECT_THAT(texts("«وزير الخا"), Contains("وزير الخارجية"));
}

}  // namespace
}  // namespace fihris::testing
