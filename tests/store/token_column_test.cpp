#include "fihris/store/token_column.h"

#include <gmock/gmock.h>

#include <vector>

namespace fihris {
namespace {

Token token(std::string_view lemma, std::string_view norm, bool sentence_start = false) {
  Token token;
  token.lemma = lemma;
  token.norm = norm;
  token.sentence_start = sentence_start;
  return token;
}

TEST(TokenColumn, GivesBackTheSequenceWithTitleFirst) {
  const std::vector<Token> title{token("وزير", "الوزير", true)};
  const std::vector<Token> body{token("زار", "زار", true), token("وزير", "وزراء")};
  TokenColumnBuilder builder;
  builder.add(title);
  builder.end_title();
  builder.add(body);
  const std::string bytes = builder.encode();
  const TokenColumn column(bytes);
  ASSERT_EQ(column.size(), 3U);
  EXPECT_EQ(column.title_size(), 1U);
  EXPECT_EQ(column.lemma(0), lemma_fingerprint(TokenKind::kArabic, "وزير"));
  EXPECT_EQ(column.lemma(1), lemma_fingerprint(TokenKind::kArabic, "زار"));
  EXPECT_EQ(column.lemma(2), column.lemma(0));
  EXPECT_EQ(column.norm(0), norm_fingerprint("الوزير"));
  EXPECT_EQ(column.norm(2), norm_fingerprint("وزراء"));
  EXPECT_TRUE(column.sentence_start(1));
  EXPECT_FALSE(column.sentence_start(2));
}

TEST(TokenColumn, FindsTheFirstTokenOfALemmaInAnyStretch) {
  constexpr std::size_t kTokens = 200;
  for (const std::size_t place : {0U, 1U, 63U, 64U, 130U, 199U}) {
    std::vector<Token> tokens(kTokens, token("موج", "موج"));
    tokens[place] = token("بحر", "بحر");
    TokenColumnBuilder builder;
    builder.add(tokens);
    const std::string bytes = builder.encode();
    const TokenColumn column(bytes);
    const std::uint16_t sea = lemma_fingerprint(TokenKind::kArabic, "بحر");
    EXPECT_EQ(column.find(sea, 0, kTokens), place);
    EXPECT_EQ(column.find(sea, place, place + 1), place);
    EXPECT_EQ(column.find(sea, 0, place), place);
    EXPECT_EQ(column.find(sea, place + 1, kTokens), kTokens);
    EXPECT_EQ(column.find(0, 0, kTokens), kTokens);
  }
}

TEST(TokenColumn, LemmaBytesAreLittleEndianNumbers) {
  const std::vector<Token> tokens{token("ا", "ا"), token("ب", "ب")};
  TokenColumnBuilder builder;
  builder.add(tokens);
  const std::string bytes = builder.encode();
  const TokenColumn column(bytes);
  const unsigned char* lemmas = column.lemma_bytes();
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(lemmas[2 * i] + 256 * lemmas[2 * i + 1], column.lemma(i));
  }
}

TEST(TokenColumn, LeavesOutTokensThatAreNotInTheSequence) {
  std::vector<Token> tokens{token("كوفيد", "كوفيد"), token("19", "19"), token("كوفيد-19", "x")};
  tokens[2].in_sequence = false;
  tokens[2].kind = TokenKind::kCompound;
  TokenColumnBuilder builder;
  builder.add(tokens);
  EXPECT_EQ(TokenColumn(builder.encode()).size(), 2U);
}

TEST(TokenColumn, StopWordsKeepTheirPlace) {
  std::vector<Token> tokens{token("في", "في"), token("بيت", "البيت")};
  tokens[0].stop = true;
  TokenColumnBuilder builder;
  builder.add(tokens);
  EXPECT_EQ(TokenColumn(builder.encode()).size(), 2U);
}

TEST(TokenColumn, AClearedBuilderStartsAfresh) {
  const std::vector<Token> tokens{token("ا", "ا")};
  TokenColumnBuilder builder;
  builder.add(tokens);
  builder.end_title();
  builder.clear();
  const std::string bytes = builder.encode();
  EXPECT_EQ(TokenColumn(bytes).size(), 0U);
  EXPECT_EQ(TokenColumn(bytes).title_size(), 0U);
}

TEST(TokenColumn, ReadsMalformedBytesAsEmpty) {
  const std::vector<Token> tokens{token("ا", "ا"), token("ب", "ب")};
  TokenColumnBuilder builder;
  builder.add(tokens);
  builder.end_title();
  const std::string good = builder.encode();
  ASSERT_EQ(TokenColumn(good).size(), 2U);
  std::vector<std::string> malformed{"", "\x80", std::string(20, '\xFF'), good + "x",
                                     std::string("\x02\x03") + good.substr(2)};
  for (std::size_t cut = 0; cut < good.size(); ++cut) malformed.push_back(good.substr(0, cut));
  // Three times this size is 6 when it overflows 64 bits.
  malformed.push_back(std::string("\xD7\xAA\xD5\xAA\xD5\xAA\xD5\xAA\xD5\x00\x00", 11) + "123456");
  for (const std::string& bytes : malformed) {
    EXPECT_EQ(TokenColumn(bytes).size(), 0U) << ::testing::PrintToString(bytes);
    EXPECT_EQ(TokenColumn(bytes).title_size(), 0U);
  }
}

TEST(Fingerprints, TellKindsApartWhereTermsDo) {
  EXPECT_EQ(lemma_fingerprint(TokenKind::kArabic, "m12"),
            lemma_fingerprint(TokenKind::kLatin, "m12"));
  EXPECT_NE(lemma_fingerprint(TokenKind::kMonth, "m12"),
            lemma_fingerprint(TokenKind::kLatin, "m12"));
  EXPECT_NE(lemma_fingerprint(TokenKind::kMonth, "m12"),
            lemma_fingerprint(TokenKind::kCompound, "m12"));
}

TEST(Fingerprints, AreNeverZero) {
  int ones = 0;
  for (int i = 0; i < 300'000; ++i) {
    const std::uint16_t fingerprint = lemma_fingerprint(TokenKind::kNumber, std::to_string(i));
    ASSERT_NE(fingerprint, 0);
    ones += fingerprint == 1 ? 1 : 0;
  }
  // What would be 0 is 1: twice as frequent as chance (4.6) among so many.
  EXPECT_GT(ones, 0);
}

// They are on disk: another hash would make every index unreadable without anyone noticing.
TEST(Fingerprints, StayTheSameForEver) {
  EXPECT_EQ(lemma_fingerprint(TokenKind::kArabic, "وزير"), 23474);
  EXPECT_EQ(lemma_fingerprint(TokenKind::kMonth, "m12"), 54505);
  EXPECT_EQ(norm_fingerprint("الوزير"), 100);
}

}  // namespace
}  // namespace fihris
