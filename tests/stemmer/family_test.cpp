// Derivational families: which lemmas have one key, and which words have none.
#include "fihris/stemmer/family.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fihris/stemmer/lexicon.h"
#include "lemmas/arabic_lemmatizer.h"
#include "lemmas/lemma_table.h"
#include "root_patterns.h"
#include "roots.h"
#include "text/letters.h"

namespace fihris {
namespace {

std::string family(const std::string& printed) {
  return family_of(stemmer::lemmas::lemmatize_arabic(printed).lemma);
}

TEST(Families, AreKeyedByTheRoot) {
  for (const char* word : {"كتاب", "كاتب", "مكتوب", "مكتبة", "كتابة", "مكتب"})
    EXPECT_EQ(family(word), "كتب") << word;
}

TEST(Families, JoinNounsWithTheirVerbs) {
  for (const auto& [noun, verb] :
       std::vector<std::pair<std::string, std::string>>{{"القتل", "يقتل"},
                                                        {"وصول", "وصلت"},
                                                        {"اتصال", "يتصل"},
                                                        {"تحقيق", "يستحق"},
                                                        {"انفجار", "تفجير"},
                                                        {"مقاومة", "قوم"},
                                                        {"سؤال", "المسؤولين"}}) {
    EXPECT_EQ(family(noun), family(verb)) << noun << " " << verb;
    EXPECT_FALSE(family(noun).empty()) << noun;
  }
}

TEST(Families, HaveTheWeakRadicalTheDictionaryConjugatesWith) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  EXPECT_EQ(family("قال"), "قول");
  EXPECT_EQ(family("باع"), "بيع");
}

TEST(Families, AreNotMixed) {
  EXPECT_NE(family("كتاب"), family("كذب"));
  EXPECT_NE(family("علم"), family("عمل"));
  EXPECT_NE(family("سفر"), family("سفينة"));
  EXPECT_NE(family("وصل"), family("صلاة"));
}

TEST(Families, AreNotForNamesFunctionWordsAndOtherScripts) {
  for (const char* word :
       {"محمد", "واشنطن", "برلمان", "كمبيوتر", "أوباما", "في", "الذي", "مارس", "آذار"})
    EXPECT_EQ(family(word), "") << word;
  for (const char* lemma : {"", "bbc", "2024", "كتابx", "كتابكتابكتابكتابكتابكتاب"})
    EXPECT_EQ(family_of(lemma), "") << lemma;
}

bool can_have(const std::string& word, const std::string& root, bool verb = false) {
  for (const lemma_tool::RootReading& reading : lemma_tool::read_roots(word, verb)) {
    if (reading.root == root) return true;
  }
  return false;
}

TEST(RootPatterns, FindHiddenDoubledAndHamzatedRadicals) {
  EXPECT_TRUE(can_have("mktbp", "ktb"));
  EXPECT_TRUE(can_have("qA}d", "qwd"));
  EXPECT_TRUE(can_have("yqwl", "qwl", true));
  EXPECT_TRUE(can_have("Atfq", "wfq", true));
  EXPECT_TRUE(can_have("Hq", "Hqq"));
  EXPECT_TRUE(can_have("bnA'", "bny"));
  EXPECT_TRUE(can_have("s&Al", "sQl"));
  EXPECT_TRUE(can_have("AzdHAm", "zHm"));
  EXPECT_FALSE(can_have("mktbp", "mkb"));
  EXPECT_FALSE(can_have("yqwl", "qwl"));
}

TEST(Roots, AreChosenOnlyWhereSeveralWordsShareThem) {
  std::vector<lemma_tool::RootedWord> words;
  for (const char* word : {"ktAb", "kAtb", "mktwb", "drs", "dArs", "mdrws", "krdy"})
    words.push_back({word, {word}, false, true});
  const auto roots = choose_roots(words, {});
  EXPECT_EQ(roots.at("kAtb"), "ktb");
  EXPECT_EQ(roots.at("mdrws"), "drs");
  EXPECT_FALSE(roots.contains("krdy"));
}

TEST(Families, KnowTheirMembers) {
  const std::vector<std::string> relatives = relatives_of("مكتبه");
  const auto has = [&relatives](std::string_view lemma) {
    return std::find(relatives.begin(), relatives.end(), lemma) != relatives.end();
  };
  EXPECT_TRUE(has("كتاب") && has("كاتب"));
  EXPECT_FALSE(has("مكتبه")) << "nobody is a relative of itself";
  for (const std::string& relative : relatives) {
    EXPECT_EQ(family_of(relative), family_of("مكتبه")) << relative;
  }
  EXPECT_TRUE(relatives_of("اوباما").empty());
  EXPECT_TRUE(relatives_of("").empty());
}

TEST(Families, JoinPlacesWithTheirAdjectives) {
  EXPECT_EQ(family("لبنانية"), "لبنان");
  EXPECT_EQ(family("لبنان"), "لبنان");
}

TEST(Origins, LeadFromAPlaceToItsAdjectiveAndBack) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(origins_of("لبنان"), Words{"لبناني"});
  EXPECT_EQ(origins_of("لبناني"), Words{"لبنان"});
  EXPECT_EQ(origins_of("روسي"), Words{"روسيا"});
}

TEST(Origins, AreNotTheOtherFamilies) {
  for (const char* lemma : {"كتاب", "محمد", "احمد", "في", "سعودي", "وزير", "bbc", ""})
    EXPECT_TRUE(origins_of(lemma).empty()) << lemma;
}

TEST(Origins, AreMutual) {
  stemmer::lemmas::LemmaTable::embedded().each_in_a_family([](std::string_view letters,
                                                              std::string_view) {
    const std::string lemma = from_letters(letters);
    for (const std::string& origin : origins_of(lemma)) {
      const std::vector<std::string> back = origins_of(origin);
      EXPECT_NE(std::find(back.begin(), back.end(), lemma), back.end()) << lemma << " " << origin;
    }
  });
}

}  // namespace
}  // namespace fihris
