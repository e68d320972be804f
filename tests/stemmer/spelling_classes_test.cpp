// Every printed spelling is read: hamza seats, foreign letters, classical spelling, ligatures,
// figures in groups, abbreviations, and words that are two.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/lexicon.h"

namespace fihris {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> keys(const std::string& text, bool beside) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<std::string> found;
  for (const Token& token : tokens) {
    if (token.in_sequence != beside) found.emplace_back(token.lemma);
  }
  return found;
}

std::vector<std::string> sequence(const std::string& text) { return keys(text, false); }

bool has_beside(const std::string& text, const std::string& key) {
  const std::vector<std::string> found = keys(text, true);
  return std::find(found.begin(), found.end(), key) != found.end();
}

bool has_number_beside(const std::string& text, const std::string& key) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return !token.in_sequence && token.kind == TokenKind::kNumber && token.lemma == key;
  });
}

void expect_same(const Pairs& pairs) {
  for (const auto& [one, other] : pairs) EXPECT_EQ(sequence(one), sequence(other)) << one;
}

TEST(SpellingClasses, SeatsOfTheHamza) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  expect_same({{"شئ", "شيء"},
               {"بطئ", "بطيء"},
               {"الطواريء", "الطوارئ"},
               {"شيئا", "شيء"},
               {"ملاءمة", "ملائمة"},
               {"اسمى", "أسمى"}});
}

TEST(SpellingClasses, LettersOfOtherLanguages) {
  expect_same(
      {{"ڤيتامين", "فيتامين"}, {"پاريس", "باريس"}, {"چاكرتا", "جاكرتا"}, {"گركوك", "كركوك"}});
}

TEST(SpellingClasses, NamesKeepTheirLetters) {
  EXPECT_EQ(sequence("بوتن"), std::vector<std::string>{"بوتن"});
}

TEST(ClassicalSpelling, IsReadAsItIsSpelledToday) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  expect_same({{"ٱلۡعَٰلَمِينَ", "العالمين"},
               {"مَٰلِكِ", "مالك"},
               {"سُلَيۡمَٰنَ", "سليمان"},
               {"ءَامَنُوا۟", "آمنوا"},
               {"رَحۡمَتَ", "رحمة"},
               {"يَٰنُوحُ", "يا نوح"},
               {"ٱلصَّلَوٰةَ", "الصلاة"},
               {"ٱلتَّوۡرَىٰةَ", "التوراة"},
               {"ٱلۡقُرۡءَانُ", "القرآن"},
               {"إِبۡرَٰهِـۧمَ", "إبراهيم"},
               {"ٱلَّيۡلِ", "الليل"},
               {"شُرَكَٰٓؤُا۟", "شركاء"},
               {"عَلَىٰ", "على"}});
}

TEST(ClassicalSpelling, LeavesWordsThatHaveNoAlefToday) {
  expect_same({{"هَٰذَا", "هذا"},
               {"ذَٰلِكَ", "ذلك"},
               {"لَٰكِن", "لكن"},
               {"ٱلرَّحۡمَٰنِ", "الرحمن"},
               {"لقاءات", "لقاءات"},
               {"جزءان", "جزء"}});
}

TEST(ClassicalSpelling, KeepsTheOtherReadingBeside) {
  EXPECT_TRUE(has_beside("مَٰلِكِ", sequence("ملك")[0]));
  EXPECT_FALSE(has_beside("مالك", sequence("ملك")[0]));
}

TEST(Ligatures, AreTheWordsTheyPrint) {
  expect_same({{"عمر ﵁ قال", "عمر رضي الله عنه قال"},
               {"عمر﵁ قال", "عمر رضي الله عنه قال"},
               {"محمدﷺ", "محمد صلى الله عليه وسلم"},
               {"﷽", "بسم الله الرحمن الرحيم"}});
}

TEST(Figures, AreFoundAcrossSeparators) {
  EXPECT_EQ(sequence("١،٢٥٠،٠٠٠"), std::vector<std::string>{"1250000"});
  EXPECT_EQ(sequence("2010،2011"), (std::vector<std::string>{"2010", "2011"}));
  EXPECT_EQ(sequence("75.40"), sequence("75.4"));
  EXPECT_EQ(sequence("75.00"), sequence("75"));
  EXPECT_TRUE(has_number_beside("هاتف 011-234-5678", "0112345678"));
  EXPECT_FALSE(has_number_beside("من 2010-12-23", "20101223"));
}

TEST(Abbreviations, AreOneWordHoweverTheyAreSpaced) {
  for (const std::string text : {"أ.ف.ب", "أ ف ب", "أ. ف. ب", "ا ف ب"})
    EXPECT_EQ(sequence(text), std::vector<std::string>{"افب"}) << text;
  EXPECT_EQ(sequence("أ و ب و ج").size(), 5U);
  EXPECT_EQ(sequence("أ ب").size(), 2U);
}

TEST(OtherKeys, AreThoseOfTheVerbThatANounMayBe) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  for (const auto& [noun, verb] :
       Pairs{{"قتل", "يقتل"}, {"وكشف", "كشفت"}, {"ضرب", "ضربت"}, {"بحث", "يبحث"}, {"كتب", "كتبت"}})
    EXPECT_TRUE(has_beside(noun, sequence(verb)[0])) << noun;
  for (const std::string noun : {"القتل", "بقتل", "قتله", "رأس", "يوم", "مدير"})
    EXPECT_TRUE(keys(noun, true).empty()) << noun;
}

}  // namespace
}  // namespace fihris
