// Phrases by their beginning.
#include "fihris/store/internal/phrase_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

#include "throws_error.h"

namespace fihris::store {
namespace {

std::string sample() {
  return encode_phrases({{"ج", "الجيم", 7, false}, {"ا ب", "أ ب", 3, true}, {"ا", "أ", 9, false}},
                        12);
}

TEST(PhraseTable, HoldsPhrasesInTheOrderOfTheirKeys) {
  const std::string bytes = sample();
  const PhraseTable table(bytes, "phrases");
  ASSERT_EQ(table.size(), 3U);
  EXPECT_EQ(table.articles(), 12U);
  EXPECT_EQ(table.key(0), "ا");
  EXPECT_EQ(table.text(0), "أ");
  EXPECT_EQ(table.count(0), 9U);
  EXPECT_FALSE(table.is_name(0));
  EXPECT_EQ(table.key(1), "ا ب");
  EXPECT_EQ(table.count(1), 3U);
  EXPECT_TRUE(table.is_name(1));
  EXPECT_EQ(table.text(2), "الجيم");
}

TEST(PhraseTable, FindsWhereKeysBeginLikeThis) {
  const std::string bytes = sample();
  const PhraseTable table(bytes, "phrases");
  EXPECT_EQ(table.lower_bound(""), 0U);
  EXPECT_EQ(table.lower_bound("ا "), 1U);
  EXPECT_EQ(table.lower_bound("ب"), 2U);
  EXPECT_EQ(table.lower_bound("ي"), 3U);
  EXPECT_EQ(PhraseTable().lower_bound("ا"), 0U);
}

TEST(PhraseTable, OfOtherBytesIsDamaged) {
  EXPECT_ERROR(PhraseTable("", "DIR/phrases"), ErrorCode::kIndexDamaged, "DIR/phrases");
  EXPECT_ERROR(PhraseTable("fihris-columns 1 and more of it", "DIR/phrases"),
               ErrorCode::kIndexDamaged, "DIR/phrases");
}

// Whatever the bytes are, nothing outside them is read.
TEST(PhraseTable, WithFlippedOrMissingBytesIsReadOrRefused) {
  const std::string bytes = sample();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const bool cut : {false, true}) {
      auto broken = std::make_unique<std::string>(bytes.substr(0, cut ? at : bytes.size()));
      if (!cut) (*broken)[at] = static_cast<char>((*broken)[at] ^ 0xFF);
      try {
        const PhraseTable table(*broken, "phrases");
        for (std::size_t i = 0; i < table.size(); ++i) {
          EXPECT_LE(table.key(i).size() + table.text(i).size(), 2 * bytes.size());
        }
        EXPECT_LE(table.lower_bound("ب"), table.size());
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::kIndexDamaged);
      }
    }
  }
}

class WordKeys : public ::testing::Test {
 protected:
  Analyzer analyzer_;
};

TEST_F(WordKeys, AreWithoutWhatStandsInFront) {
  for (const char* word : {"وزير", "الوزير", "والوزير", "للوزير", "بالوزير", "وَزِيرٌ"}) {
    EXPECT_EQ(word_key(word, analyzer_).key, "وزير") << word;
  }
}

TEST_F(WordKeys, KeepTheEndAsItIsTyped) {
  EXPECT_EQ(word_key("المدرسة", analyzer_).key, "مدرسه");
  EXPECT_EQ(word_key("مدرسته", analyzer_).key, "مدرسته");
  EXPECT_EQ(word_key("وزراء", analyzer_).key, normalize("وزراء"));
}

TEST_F(WordKeys, LeaveLettersThatBelongToTheWord) {
  EXPECT_EQ(word_key("ألمانيا", analyzer_).key, "المانيا");
  EXPECT_EQ(word_key("وزارة", analyzer_).key, "وزاره");
}

TEST_F(WordKeys, SayWhetherTheWordStandsAlone) {
  EXPECT_TRUE(word_key("الوزير", analyzer_).bare);
  EXPECT_TRUE(word_key("وزير", analyzer_).bare);
  EXPECT_FALSE(word_key("للوزير", analyzer_).bare);
  EXPECT_FALSE(word_key("والوزير", analyzer_).bare);
}

}  // namespace
}  // namespace fihris::store
