#include "fihris/stemmer/analyzer.h"

#include <gtest/gtest.h>

#include <map>

#include "printed.h"

namespace fihris::testing {
namespace {

TEST(Analyzer, GivesEqualTermsEqualIdsAcrossTexts) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze("زارَ الوفدُ دمشق", tokens);
  const std::uint32_t id = tokens.at(0).lemma_id;
  analyzer.analyze("ثم زار حلب", tokens);
  EXPECT_EQ(tokens.at(1).lemma_id, id);
  EXPECT_NE(tokens.at(2).lemma_id, id);
  EXPECT_LT(id, analyzer.lemma_id_bound());
}

TEST(Analyzer, SurvivesMoreWordsThanItsCacheHolds) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  const std::uint64_t epoch = analyzer.cache_epoch();
  std::string text;
  for (int i = 0; i < 400'000; ++i) {
    text += "w" + std::to_string(i) + " ";
    if (i % 1000 != 999) continue;
    analyzer.analyze(text, tokens);
    ASSERT_EQ(tokens.size(), 1000U);
    ASSERT_EQ(tokens.back().norm, "w" + std::to_string(i));
    text.clear();
  }
  EXPECT_NE(analyzer.cache_epoch(), epoch);
}

TEST(Analyzer, BoundsHostileWords) {
  std::vector<Token> tokens;
  Analyzer analyzer;
  std::string marks = "ب";
  for (int i = 0; i < 10'000; ++i) marks += "\u064E";
  analyzer.analyze(marks + "اب", tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].norm, "باب");
  std::string letters;
  for (int i = 0; i < 5'000; ++i) letters += "ك";
  analyzer.analyze(letters, tokens);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].span.end, letters.size());
  std::string chain;
  for (int i = 0; i < 50'000; ++i) chain += "a-";
  analyzer.analyze(chain, tokens);
  EXPECT_EQ(tokens.size(), 50'000U);
}

TEST(Analyzer, FingerprintDependsOnTheConfiguration) {
  EXPECT_EQ(Analyzer().fingerprint(), Analyzer().fingerprint());
  EXPECT_NE(Analyzer().fingerprint(), Analyzer({.latin_language = "french"}).fingerprint());
  EXPECT_EQ(Analyzer().fingerprint().size(), 16U);
}

TEST(Analyzer, StemsLatinWordsByTheConfiguredLanguage) {
  EXPECT_EQ(lemma("Elections"), lemma("election"));
  EXPECT_EQ(lemma("Trump's"), lemma("trump"));
  Analyzer none({.latin_language = "none"});
  std::vector<Token> tokens;
  none.analyze("Elections", tokens);
  EXPECT_EQ(tokens.at(0).lemma, "elections");
}

TEST(Analyzer, ExplainAgreesWithAnalyze) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  for (const char* word : {"والوزراء", "بيروت", "Elections", "١٢٫٥", "ﺍﻟﻤﻜﺘﺒﺔ", "لِلمُعَلِّمين"}) {
    const WordAnalysis why = analyzer.explain(word);
    analyzer.analyze(word, tokens);
    ASSERT_FALSE(tokens.empty());
    EXPECT_EQ(why.lemma, tokens[0].lemma);
    EXPECT_EQ(why.norm, tokens[0].norm);
    EXPECT_EQ(why.stop, tokens[0].stop);
  }
}

}  // namespace
}  // namespace fihris::testing
