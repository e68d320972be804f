// Which words share a lemma and which must not: the promises of docs/lemmatizer.md.
#include <gtest/gtest.h>

#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "fihris/stemmer/lexicon.h"
#include "lemmas/arabic_lemmatizer.h"
#include "lemmas/lemma_table.h"
#include "text/letters.h"

namespace fihris {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string lemma(const std::string& printed) {
  return stemmer::lemmas::lemmatize_arabic(printed).lemma;
}

void expect_same(const Pairs& pairs) {
  for (const auto& [a, b] : pairs) EXPECT_EQ(lemma(a), lemma(b)) << a << " / " << b;
}

void expect_different(const Pairs& pairs) {
  for (const auto& [a, b] : pairs) EXPECT_NE(lemma(a), lemma(b)) << a << " / " << b;
}

// The vocabulary, in letters.
std::set<std::string> counted_words() {
  std::ifstream counts(FIHRIS_SOURCE_DIR "/stemmer/lexicon/word_counts.tsv");
  std::set<std::string> words;
  for (std::string line; std::getline(counts, line);) {
    const std::optional<std::string> word = to_letters(line.substr(0, line.find('\t')));
    if (word) words.insert(*word);
  }
  return words;
}

std::optional<stemmer::lemmas::LemmaEntry> find_printed(const std::string& letters) {
  const auto entry = stemmer::lemmas::LemmaTable::embedded().find(letters);
  return entry ? entry : stemmer::lemmas::LemmaTable::embedded().find(fold_letters(letters));
}

TEST(ArabicLemmatizer, JoinsInflectedFormsOfNouns) {
  expect_same({{"وزير", "والوزراء"},
               {"سيارة", "سيارات"},
               {"دولة", "الدول"},
               {"مسؤول", "المسؤولين"},
               {"حكومة", "للحكومات"},
               {"رئيس", "رؤساء"},
               {"قاعدة", "القواعد"},
               {"كتاب", "بالكتاب"}});
}

TEST(ArabicLemmatizer, GivesCarelessSpellingTheLemmaOfTheCarefulOne) {
  expect_same({{"احمد", "أحمد"},
               {"مدرسه", "مدرسة"},
               {"الدورى", "الدوري"},
               {"الحكومه", "الحكومة"},
               {"مسئول", "مسؤول"},
               {"ادارة", "إدارة"}});
}

TEST(ArabicLemmatizer, KeepsLettersThatOnlyLookLikeClitics) {
  expect_different({{"فهم", "هم"},
                    {"والي", "إلي"},
                    {"عمان", "عم"},
                    {"إيران", "إير"},
                    {"قانون", "قاني"},
                    {"بطاطس", "طاطس"},
                    {"والدة", "هده"},
                    {"لبنان", "لبن"},
                    {"لاروس", "الروسي"}});
}

TEST(ArabicLemmatizer, DoesNotJoinByRoot) {
  expect_different({{"محمد", "أحمد"}, {"محمد", "حمود"}, {"ما", "ماء"}, {"كتاب", "مكتبة"}});
}

TEST(ArabicLemmatizer, JoinsSeatsOfTheHamzaInNounsOfTheFeminine) {
  expect_same({{"مسؤولية", "المسئولية"}, {"مسؤوليات", "مسئولية"}});
  expect_different({{"مسؤولية", "مسؤول"}});
}

TEST(ArabicLemmatizer, JoinsSpellingsOfNames) {
  expect_same({{"سورية", "سوريا"}, {"جوتيريس", "غوتيريش"}, {"أميركا", "أمريكا"}});
}

TEST(ArabicLemmatizer, JoinsTheFormsOfAnAdjectiveOfOriginButNotItsPlace) {
  expect_same({{"الفلسطينية", "فلسطيني"},
               {"الفلسطينيين", "فلسطيني"},
               {"أكراد", "كردي"},
               {"الروس", "روسية"},
               {"الأميركيين", "أمريكية"}});
  expect_different({{"فلسطيني", "فلسطين"}, {"أمريكي", "أمريكا"}, {"الروس", "روسيا"}});
}

TEST(ArabicLemmatizer, LeavesNamesWholeUnderProclitics) {
  for (const char* word : {"لبنان", "ولبنان", "بلبنان", "للبنان"})
    EXPECT_EQ(lemma(word), "لبنان") << word;
  EXPECT_EQ(lemma("وبوتين"), "بوتين");
  EXPECT_EQ(lemma("بريطانيا"), "بريطانيا");
}

TEST(ArabicLemmatizer, LeavesForeignNamesWhole) {
  for (const char* word : {"توني", "بيل", "نوبل", "كورسك", "سانت", "كلاين", "باول", "فيشر", "سارس"})
    EXPECT_EQ(lemma(word), word);
  EXPECT_EQ(lemma("بأول"), "اول");
}

TEST(ArabicLemmatizer, TakesNoNounPrefixOffAVerb) {
  EXPECT_NE(lemma("كيقتل"), lemma("يقتل"));
  EXPECT_EQ(lemma("سيقتل"), lemma("يقتل"));
  EXPECT_EQ(lemma("سينجو"), lemma("ينجو"));
}

// A word that was counted in one form, and that no dictionary knows, is a name.
TEST(ArabicLemmatizer, GivesNoEndingsToNames) {
  const stemmer::lemmas::LemmaTable& table = stemmer::lemmas::LemmaTable::embedded();
  std::size_t tried = 0;
  table.for_each([&](std::string_view letters, const stemmer::lemmas::LemmaEntry& entry) {
    if (entry.inflected || entry.listed || entry.lemma != letters || letters.size() < 5) return;
    if (entry.source != stemmer::lemma_image::Source::kTable) return;
    const std::string dual = std::string(letters) + "yn";
    if (table.find(dual)) return;
    ++tried;
    EXPECT_NE(lemma(from_letters(dual)), from_letters(letters));
  });
  EXPECT_GT(tried, 100U);
}

TEST(ArabicLemmatizer, MarksFunctionWordsAlsoBehindAConjunction) {
  for (const char* word : {"في", "وفي", "الذي", "والذي", "إلى"})
    EXPECT_TRUE(stemmer::lemmas::lemmatize_arabic(word).stop) << word;
  for (const char* word : {"فهم", "وزير", "علم"})
    EXPECT_FALSE(stemmer::lemmas::lemmatize_arabic(word).stop) << word;
}

// Every noun of the vocabulary that was counted with and without the article. Where the bare word
// is rather a verb (يمن) or a function word, the form with the article is on its own.
TEST(ArabicLemmatizer, ChangesNoLemmaForTheArticle) {
  using stemmer::lemma_image::Source;
  const std::set<std::string> words = counted_words();
  std::size_t compared = 0;
  for (const std::string& word : words) {
    if (word.size() < 3 || !words.contains("Al" + word)) continue;
    // A final ه may be a pronoun, which no word has under the article.
    if (word.ends_with('h')) continue;
    const auto bare = find_printed(word), with = find_printed("Al" + word);
    if (!bare || !with || bare->lemma.empty() || with->source != Source::kTable) continue;
    if (bare->source == Source::kStop || bare->source == Source::kVerb) continue;
    // سورية is the place, السورية can only be the adjective.
    if (bare->source == Source::kName && word.ends_with("yp")) continue;
    if (bare->letters_before > 0 || with->letters_before != 2) continue;
    ++compared;
    EXPECT_EQ(bare->lemma, with->lemma) << from_letters(word);
  }
  EXPECT_GT(compared, 5000U);
}

TEST(ArabicLemmatizer, KeepsTheTehMarbutaOfANounUnderTheArticle) {
  expect_same({{"مكتبة", "المكتبة"}, {"مكتبة", "بالمكتبة"}, {"مكتبة", "المكتبات"}});
  expect_different({{"المكتبة", "المكتب"}});
}

TEST(ArabicLemmatizer, ReportsCliticsOutermostFirst) {
  const stemmer::lemmas::ArabicLemma result = stemmer::lemmas::lemmatize_arabic("وبالمدرسة");
  EXPECT_EQ(result.clitics, (std::vector<std::string>{"و", "ب", "ال"}));
  EXPECT_EQ(result.core, "مدرسه");
}

TEST(ArabicLemmatizer, FindsWordsUnseenByTheTableThroughTheirParts) {
  const stemmer::lemmas::ArabicLemma result = stemmer::lemmas::lemmatize_arabic("فبالوزارات");
  EXPECT_EQ(result.lemma, lemma("وزارة"));
}

TEST(ArabicLemmatizer, JoinsFormsOfAVerbWhereTheDictionaryIsThere) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  expect_same({{"يقول", "وقالت"}, {"استخدم", "يستخدمون"}, {"يعلن", "أعلنت"}});
  expect_different({{"يقتل", "القتل"}, {"أصدر", "صدرت"}});
}

TEST(ArabicLemmatizer, TellsVerbsOfTheSameFoldedLettersApart) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  expect_same({{"بدأ", "يبدأ"}, {"بدأت", "وتبدأ"}, {"بدا", "يبدو"}});
  expect_different({{"بدأ", "بدا"}, {"يبدأ", "يبدو"}});
}

TEST(ArabicLemmatizer, TakesAnAdjectiveInYaForNoPronoun) {
  expect_same({{"إصلاحي", "الإصلاحية"}, {"تاريخي", "التاريخية"}});
  expect_different({{"إصلاحي", "إصلاح"}, {"التاريخي", "التاريخ"}});
}

TEST(ArabicLemmatizer, FindsNoPluralInASingularOfTheSamePattern) {
  expect_different({{"السفر", "السفارة"}, {"رحلة", "راحل"}, {"إشراك", "شركة"}});
}

TEST(ArabicLemmatizer, TakesWhatStandsUnderTheArticleForAWord) {
  expect_same({{"فلكي", "الفلكي"}});
  EXPECT_FALSE(stemmer::lemmas::lemmatize_arabic("فلكي").stop);
}

}  // namespace
}  // namespace fihris
