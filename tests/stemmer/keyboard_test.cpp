// Keyboard layouts, both ways.
#include "fihris/stemmer/keyboard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fihris::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(ArabicKeys, TypeOnAQwertyKeyboard) {
  EXPECT_EQ(arabic_keys("hgsdv,vm", LatinKeyboard::kQwerty), "السيرورة");
  EXPECT_EQ(arabic_keys("hg'rs", LatinKeyboard::kQwerty), "الطقس");
  EXPECT_EQ(arabic_keys("[]d]", LatinKeyboard::kQwerty), "جديد");
  EXPECT_EQ(arabic_keys("`;v/.", LatinKeyboard::kQwerty), "ذكرظز");
}

TEST(ArabicKeys, GiveLamAlefOnOneKey) {
  EXPECT_EQ(arabic_keys("sbl", LatinKeyboard::kQwerty), "سلام");
  EXPECT_EQ(arabic_keys("sghl", LatinKeyboard::kQwerty), "سلام");
  EXPECT_EQ(arabic_keys("GTB", LatinKeyboard::kQwerty), "لألإلآ");
}

TEST(ArabicKeys, KnowShiftedLetters) {
  EXPECT_EQ(arabic_keys("Hpl]", LatinKeyboard::kQwerty), "أحمد");
  EXPECT_EQ(arabic_keys("YkNJ", LatinKeyboard::kQwerty), "إنآـ");
}

TEST(ArabicKeys, TypeOnAnAzertyKeyboard) {
  // The same keys as on QWERTY bear other letters: q for a, z for w, m for ;, ù for '.
  EXPECT_EQ(arabic_keys("qjzm", LatinKeyboard::kAzerty), "شتصك");
  EXPECT_EQ(arabic_keys("hgùrs", LatinKeyboard::kAzerty), "الطقس");
  EXPECT_EQ(arabic_keys("^$d$", LatinKeyboard::kAzerty), "جديد");
}

TEST(ArabicKeys, KnowOtherKeyboardsOfTheKind) {
  EXPECT_EQ(arabic_keys("\\;vd", LatinKeyboard::kQwerty), "ذكري");  // Arabic (102)
  EXPECT_EQ(arabic_keys("*mvd", LatinKeyboard::kAzerty), "ذكري");
  EXPECT_EQ(arabic_keys("=gl !gl", LatinKeyboard::kAzerty), "ظلم ظلم");  // Belgium, France
}

TEST(ArabicKeys, TakeComposedLettersApart) {
  EXPECT_EQ(arabic_keys("îh: ô,", LatinKeyboard::kAzerty), "جهاز جخة");
  EXPECT_EQ(arabic_keys("î", LatinKeyboard::kQwerty), "î");
}

TEST(ArabicKeys, LeaveTheRestAlone) {
  EXPECT_EQ(arabic_keys("2024 é", LatinKeyboard::kQwerty), "2024 é");
  EXPECT_EQ(arabic_keys("", LatinKeyboard::kAzerty), "");
}

TEST(LatinKeys, AreTheReverse) {
  EXPECT_THAT(latin_keys("حةسفثق", LatinKeyboard::kQwerty), ElementsAre("pmster"));
  EXPECT_THAT(latin_keys("ضعثقفغ", LatinKeyboard::kAzerty), ElementsAre("auerty"));
}

TEST(LatinKeys, ReadLamAlefAsOneKeyAndAsTwo) {
  EXPECT_THAT(latin_keys("لاهيثى", LatinKeyboard::kQwerty), ElementsAre("biden", "ghiden"));
}

TEST(LatinKeys, BoundTheirReadings) {
  std::string many;
  for (int i = 0; i < 40; ++i) many += "لا";
  EXPECT_THAT(latin_keys(many, LatinKeyboard::kQwerty), SizeIs(::testing::Le(8U)));
}

TEST(LatinKeys, GiveBackWhatArabicKeysTook) {
  for (const LatinKeyboard keyboard : {LatinKeyboard::kQwerty, LatinKeyboard::kAzerty}) {
    for (const char* word : {"الاستقلال", "مؤتمر", "رئيس", "ظاهرة", "ذكاء", "أإآئء", "ضفدع"}) {
      const std::vector<std::string> typed = latin_keys(word, keyboard);
      EXPECT_EQ(arabic_keys(typed.front(), keyboard), word);
    }
  }
  EXPECT_THAT(latin_keys("سلام", LatinKeyboard::kQwerty), Contains("sghl"));
}

}  // namespace
}  // namespace fihris::testing
