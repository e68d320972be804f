// Recognising the same text.
#include "fihris/store/near_duplicate.h"

#include <gtest/gtest.h>

#include <random>

#include "fihris/stemmer/analyzer.h"

namespace fihris {
namespace {

// `count` words of a vocabulary of invented ones, from `first` on.
std::vector<std::string> words(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back("w" + std::to_string(random() % 5000));
  return made;
}

TextSignature sign(const std::vector<std::string>& text) {
  std::vector<Token> tokens;
  for (const std::string& word : text) {
    Token token;
    token.kind = TokenKind::kLatin;
    token.lemma = word;
    token.norm = word;
    tokens.push_back(token);
  }
  TokenColumnBuilder builder;
  builder.add(tokens);
  const std::string column = builder.encode();
  return signature_of(TokenColumn(column));
}

TEST(TextSignature, OfTheSameTextIsTheSame) {
  EXPECT_EQ(sign(words(1, 200)), sign(words(1, 200)));
  EXPECT_DOUBLE_EQ(resemblance(sign(words(1, 200)), sign(words(1, 200))), 1);
}

TEST(TextSignature, OfDifferentTextsDoesNotResemble) {
  for (unsigned seed = 1; seed < 200; ++seed) {
    EXPECT_LT(resemblance(sign(words(seed, 150)), sign(words(seed + 1000, 150))), 0.3) << seed;
  }
}

TEST(TextSignature, OfAnEditedTextStaysNear) {
  int near = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    const std::vector<std::string> text = words(seed, 220);
    std::vector<std::string> edited(text.begin() + 15, text.end() - 10);
    for (std::size_t i = 20; i < edited.size(); i += 60) edited[i] = "changed";
    near += resemblance(sign(text), sign(edited)) >= kNearDuplicate ? 1 : 0;
  }
  EXPECT_EQ(near, 100);
}

// Quoting a third of another article makes nothing its duplicate.
TEST(TextSignature, OfATextThatQuotesAnotherIsFar) {
  int near = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    const std::vector<std::string> text = words(seed, 200);
    std::vector<std::string> quoting = words(seed + 500, 140);
    quoting.insert(quoting.end(), text.begin(), text.begin() + 60);
    near += resemblance(sign(text), sign(quoting)) >= kNearDuplicate ? 1 : 0;
  }
  EXPECT_EQ(near, 0);
}

TEST(TextSignature, EstimatesTheShareOfCommonRuns) {
  double sum = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    const std::vector<std::string> text = words(seed, 300);
    const std::vector<std::string> half(text.begin(), text.begin() + 150);
    sum += resemblance(sign(text), sign(half));
  }
  EXPECT_NEAR(sum / 200, 0.5, 0.05);
}

TEST(TextSignature, ShortTextsHaveNone) {
  EXPECT_TRUE(sign(words(1, kMinSignedTokens - 1)).empty());
  EXPECT_FALSE(sign(words(1, kMinSignedTokens)).empty());
  EXPECT_EQ(resemblance({}, {}), 0);
}

TEST(TextSignature, SurvivesEncoding) {
  const TextSignature signature = sign(words(3, 90));
  EXPECT_EQ(decode_signature(encode(signature)), signature);
  EXPECT_EQ(encode(TextSignature()), "");
  EXPECT_TRUE(decode_signature("garbage").empty());
}

}  // namespace
}  // namespace fihris
