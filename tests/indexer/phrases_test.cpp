// Counting phrases and choosing those worth suggesting.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "phrases/phrase_choice.h"
#include "phrases/phrase_counter.h"

namespace fihris {
namespace {

using store::PhraseTable;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

class Phrases : public ::testing::Test {
 protected:
  void count(const std::string& text, std::size_t limit = 1000) {
    std::vector<Token> tokens;
    analyzer_.analyze(text, tokens);
    counter_.add(text, tokens, limit);
  }
  std::map<std::string, std::uint32_t> counted(std::uint32_t least = 1) {
    std::map<std::string, std::uint32_t> counts;
    for (indexer::phrases::CountedPhrase& phrase : counter_.take(least))
      counts[phrase.text] = phrase.count;
    return counts;
  }
  // Texts and counts of the table made of what was counted.
  std::map<std::string, std::uint32_t> chosen(std::uint64_t articles,
                                              const PhraseTable& earlier = {}) {
    indexer::phrases::PhraseTotals totals;
    totals.add(counter_.take(1));
    bytes_ = indexer::phrases::choose_phrases({&earlier, 1}, totals, articles, analyzer_);
    const PhraseTable table(bytes_, "phrases");
    std::map<std::string, std::uint32_t> counts;
    for (std::size_t i = 0; i < table.size(); ++i)
      counts[std::string(table.text(i))] = table.count(i);
    return counts;
  }

  Analyzer analyzer_;
  indexer::phrases::PhraseCounter counter_;
  std::string bytes_;
};

TEST_F(Phrases, AreRunsOfOneToThreeWords) {
  count("ميناء مدينة طرطوس القديمة");
  EXPECT_THAT(counted(),
              ElementsAre(Pair("القديمة", 1), Pair("طرطوس", 1), Pair("طرطوس القديمة", 1),
                          Pair("مدينة", 1), Pair("مدينة طرطوس", 1), Pair("مدينة طرطوس القديمة", 1),
                          Pair("ميناء", 1), Pair("ميناء مدينة", 1), Pair("ميناء مدينة طرطوس", 1)));
}

TEST_F(Phrases, DoNotRunAcrossFunctionWordsNumbersPunctuationOrSentences) {
  count("قطار في محطة، جسر 12 نفق. سوق");
  const auto counts = counted();
  for (const auto& [text, count] : counts) EXPECT_EQ(text.find(' '), std::string::npos) << text;
  EXPECT_THAT(counts, AllOf(Contains(Key("قطار")), Contains(Key("سوق")), Not(Contains(Key("في"))),
                            Not(Contains(Key("12")))));
}

TEST_F(Phrases, AreOneWhateverVowelSignsTheyCarry) {
  count("مَدينة الورد");
  count("مدينة الورد");
  EXPECT_THAT(counted(2), Contains(Pair("مَدينة الورد", 2)));
}

TEST_F(Phrases, ComeFromTheFirstTokensOnly) {
  count("قطار محطة جسر", 2);
  EXPECT_THAT(counted(), Not(Contains(Key("جسر"))));
}

TEST_F(Phrases, AreForgottenOnceTaken) {
  count("قطار");
  EXPECT_THAT(counted(), Not(IsEmpty()));
  EXPECT_THAT(counted(), IsEmpty());
}

TEST_F(Phrases, OfManyTextsAreCountedRight) {
  const auto word = [](int i) {
    std::string letters;
    for (; letters.size() < 4; i /= 10) letters += static_cast<char>('a' + i % 10);
    return letters;
  };
  for (int i = 0; i < 20'000; ++i) count(word(i % 7000));
  const auto counts = counted();
  EXPECT_EQ(counts.size(), 7000U);
  EXPECT_EQ(counts.at(word(1)), 3U);
  EXPECT_EQ(counts.at(word(6999)), 2U);
}

TEST_F(Phrases, ThatAreRareAreNotChosen) {
  for (int i = 0; i < 3; ++i) count("محطة القطار");
  count("سوق السمك");
  EXPECT_THAT(chosen(100'000), Not(Contains(Key("سوق السمك"))));
}

TEST_F(Phrases, OfASmallIndexAreChosenWhenMetTwiceAndItsWordsAlways) {
  for (int i = 0; i < 2; ++i) count("جسر المدينة");
  count("سوق السمك");
  EXPECT_THAT(chosen(3), AllOf(Contains(Key("جسر المدينة")), Contains(Key("سوق")),
                               Not(Contains(Key("سوق السمك")))));
}

TEST_F(Phrases, ThatNearlyAlwaysGoOnAreNotChosen) {
  for (int i = 0; i < 9; ++i) count("الولايات المتحدة");
  count("الولايات");
  count("المتحدة");
  EXPECT_THAT(chosen(1000),
              AllOf(Contains(Pair("الولايات المتحدة", 9)), Not(Contains(Key("الولايات")))));
}

TEST_F(Phrases, ThatAreTheEndOfOthersAreNotChosen) {
  for (int i = 0; i < 9; ++i) count("رئيس الوزراء البريطاني");
  for (int i = 0; i < 20; ++i) count("الوزراء");
  EXPECT_THAT(chosen(1000), AllOf(Contains(Key("رئيس الوزراء البريطاني")),
                                  Not(Contains(Key("الوزراء البريطاني")))));
}

TEST_F(Phrases, AreShownWithoutAParticleAndCountedWithIt) {
  for (int i = 0; i < 5; ++i) count("ووزير النقل");
  for (int i = 0; i < 4; ++i) count("وزير النقل");
  const auto all = chosen(1000);
  EXPECT_THAT(all, Contains(Pair("وزير النقل", 9)));
  EXPECT_THAT(all, Not(Contains(Key("ووزير النقل"))));
}

TEST_F(Phrases, OfAnEarlierTableAreAddedUp) {
  for (int i = 0; i < 4; ++i) count("جسر المدينة");
  chosen(1000);
  const std::string earlier = bytes_;
  for (int i = 0; i < 3; ++i) count("جسر المدينة");
  EXPECT_THAT(chosen(1000, PhraseTable(earlier, "phrases")), Contains(Pair("جسر المدينة", 7)));
}

TEST_F(Phrases, AreTheSameInWhateverOrderBatchesComeTogether) {
  indexer::phrases::PhraseTotals totals;
  totals.add(std::vector<indexer::phrases::CountedPhrase>{{1, 2, "ا"}, {2, 5, "ب"}});
  indexer::phrases::PhraseTotals others;
  others.add(std::vector<indexer::phrases::CountedPhrase>{{2, 1, "ب"}});
  totals.add(others);
  EXPECT_EQ(totals.phrases().at(2).count, 6U);
  EXPECT_EQ(totals.phrases().at(1).count, 2U);
}

}  // namespace
}  // namespace fihris
