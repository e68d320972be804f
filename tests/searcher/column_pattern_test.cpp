// Phrases and nearness on fingerprints.
#include "column/column_pattern.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "fihris/stemmer/analyzer.h"

namespace fihris::searcher::column {
namespace {

std::string column_of(std::string_view title, std::string_view body) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  TokenColumnBuilder builder;
  analyzer.analyze(title, tokens);
  builder.add(tokens);
  builder.end_title();
  analyzer.analyze(body, tokens);
  builder.add(tokens);
  return builder.encode();
}

ColumnPattern pattern_of(std::string_view text, unsigned slop = 0, bool exact = false) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  ColumnPattern pattern;
  pattern.ordered = slop == 0;
  pattern.slop = slop;
  for (const Token& token : tokens) {
    if (!token.in_sequence) continue;
    PatternToken wanted;
    wanted.lemma = lemma_fingerprint(token.kind, token.lemma);
    if (exact) wanted.norm = norm_fingerprint(token.norm);
    pattern.tokens.push_back(wanted);
  }
  return pattern;
}

bool matches(const ColumnPattern& pattern, const std::string& encoded) {
  return pattern.matches(TokenColumn(encoded));
}

TEST(ColumnPattern, FindsAPhraseInOrderOnly) {
  const std::string column = column_of("", "أقلعت طائرة الركاب من مطار بغداد صباحا");
  EXPECT_TRUE(matches(pattern_of("مطار بغداد"), column));
  EXPECT_FALSE(matches(pattern_of("بغداد مطار"), column));
  EXPECT_FALSE(matches(pattern_of("مطار صباحا"), column));
  EXPECT_TRUE(matches(pattern_of("من مطار بغداد"), column));
}

TEST(ColumnPattern, FindsTheSameWhicheverTokenItLooksForFirst) {
  const std::string column = column_of("من الميناء", "الميناء من بغداد ثم من مطار بغداد");
  for (std::size_t anchor = 0; anchor < 3; ++anchor) {
    ColumnPattern pattern = pattern_of("من مطار بغداد");
    pattern.anchor = anchor;
    EXPECT_TRUE(matches(pattern, column)) << anchor;
    pattern = pattern_of("مطار بغداد ثم");
    pattern.anchor = anchor;
    EXPECT_FALSE(matches(pattern, column)) << anchor;
    pattern = pattern_of("الميناء الميناء من");  // only across the end of the title
    pattern.anchor = anchor;
    EXPECT_FALSE(matches(pattern, column)) << anchor;
  }
}

TEST(ColumnPattern, FindsOneThatBeginsInsideAFailedOne) {
  EXPECT_TRUE(matches(pattern_of("نار نار دخان"), column_of("", "نار نار نار دخان")));
}

TEST(ColumnPattern, DoesNotRunFromTheTitleIntoTheText) {
  const std::string column = column_of("حريق في مطار", "بغداد تغرق في الظلام");
  EXPECT_FALSE(matches(pattern_of("مطار بغداد"), column));
  EXPECT_TRUE(matches(pattern_of("حريق في مطار"), column));
}

TEST(ColumnPattern, KeepsToTheTitleWhenTold) {
  const std::string column = column_of("حريق هائل", "اندلع حريق كبير");
  ColumnPattern pattern = pattern_of("حريق كبير");
  EXPECT_TRUE(matches(pattern, column));
  pattern.title_only = true;
  EXPECT_FALSE(matches(pattern, column));
}

TEST(ColumnPattern, TellsFormsOfALemmaApart) {
  const std::string column = column_of("", "التقى الوزراء");
  EXPECT_TRUE(matches(pattern_of("وزير"), column));
  EXPECT_FALSE(matches(pattern_of("وزير", 0, true), column));
  EXPECT_TRUE(matches(pattern_of("الوزراء", 0, true), column));
}

TEST(ColumnPattern, FindsNothingInAnEmptyOrBrokenColumn) {
  EXPECT_FALSE(matches(pattern_of("مطار"), ""));
  EXPECT_FALSE(matches(pattern_of("مطار"), "\xFF\xFF\xFFgarbage"));
  EXPECT_FALSE(matches(ColumnPattern{}, column_of("", "مطار")));
}

// Against the plainest statement of what nearness means.
RC_GTEST_PROP(ColumnPatternProperty, NearnessIsAWindowThatHoldsAll, ()) {
  const auto words = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 5));
  const auto wanted = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(1, 5));
  const auto slop = *rc::gen::inRange(1U, 4U);
  TokenColumnBuilder builder;
  ColumnPattern pattern;
  pattern.ordered = false;
  pattern.slop = slop;
  const auto token_of = [](const std::string& lemma) {
    Token token;
    token.lemma = lemma;
    token.norm = lemma;
    return token;
  };
  for (const int word : words) builder.add(std::vector<Token>{token_of(std::to_string(word))});
  for (const int word : wanted) {
    pattern.tokens.push_back(
        {lemma_fingerprint(TokenKind::kArabic, std::to_string(word)), PatternToken::kAnyForm});
  }
  bool expected = false;
  const std::size_t width = wanted.size() + slop;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    const std::size_t end = std::min(words.size(), begin + width);
    std::vector<int> window(words.begin() + static_cast<std::ptrdiff_t>(begin),
                            words.begin() + static_cast<std::ptrdiff_t>(end));
    const bool all = std::all_of(wanted.begin(), wanted.end(), [&](int word) {
      return std::count(window.begin(), window.end(), word) >=
             std::count(wanted.begin(), wanted.end(), word);
    });
    expected |= all;
  }
  const std::string encoded = builder.encode();
  RC_ASSERT(pattern.matches(TokenColumn(encoded)) == expected);
}

}  // namespace
}  // namespace fihris::searcher::column
