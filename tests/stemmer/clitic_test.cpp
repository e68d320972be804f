// A clitic never changes a word. Over the whole vocabulary: pairs of words of which one is the
// other with one thing more, and how many running words get two lemmas by it.
#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <functional>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "fihris/stemmer/lexicon.h"
#include "function_words.h"
#include "lemmas/arabic_lemmatizer.h"
#include "lexicon_files.h"
#include "text/letters.h"

namespace fihris {
namespace {

using stemmer::lemmas::lemmatize_arabic;

constexpr std::uint64_t kLeastCount = 10;

using Counts = std::unordered_map<std::string, std::uint64_t>;  // by letters

const Counts& vocabulary() {
  static const Counts counts = [] {
    std::ifstream in(FIHRIS_SOURCE_DIR "/stemmer/lexicon/word_counts.tsv");
    Counts read;
    for (std::string line; std::getline(in, line);) {
      const std::size_t tab = line.find('\t');
      const std::optional<std::string> word = to_letters(line.substr(0, tab));
      if (!word || tab == std::string::npos) continue;
      const std::uint64_t count = std::stoull(line.substr(tab + 1));
      if (count >= kLeastCount) read.emplace(*word, count);
    }
    return read;
  }();
  return counts;
}

std::string lemma(const std::string& letters) {
  return lemmatize_arabic(from_letters(letters)).lemma;
}

using Others = std::function<std::vector<std::string>(const std::string&)>;

// One kind of pairs: a word and what is made of it.
struct Kind {
  const char* name;
  double ceiling;  // share of the running words of the pairs that may get two lemmas
  Others others;
};

struct Share {
  std::uint64_t words = 0, wrong = 0;
  std::uint64_t heaviest = 0;
  std::string worst;
  double value() const {
    return words == 0 ? 0.0 : static_cast<double>(wrong) / static_cast<double>(words);
  }
};

// Each pair counts as often as its rarer word.
Share measure(const Kind& kind) {
  Share share;
  for (const auto& [word, count] : vocabulary()) {
    for (const std::string& other : kind.others(word)) {
      const auto found = vocabulary().find(other);
      if (found == vocabulary().end() || other == word) continue;
      const std::uint64_t uses = std::min(count, found->second);
      share.words += uses;
      if (lemma(word) == lemma(other)) continue;
      share.wrong += uses;
      if (uses > share.heaviest) {
        share.heaviest = uses;
        share.worst = from_letters(word) + " / " + from_letters(other);
      }
    }
  }
  return share;
}

bool has_article(const std::string& word) { return word.starts_with("Al"); }

Others proclitic(const std::string& letters, bool before_article) {
  return [=](const std::string& word) -> std::vector<std::string> {
    if (word.size() < 4 || (!before_article && has_article(word))) return {};
    return {letters + word};
  };
}

std::vector<std::string> behind_article(const std::string& word) {
  if (!has_article(word) || word.size() < 5) return {};
  const std::string rest = word.substr(1);
  return {"b" + word, "k" + word, "l" + rest, "w" + word, "wb" + word, "wl" + rest};
}

std::vector<std::string> future(const std::string& word) {
  const bool present = word[0] == 'y' || word[0] == 't' || word[0] == 'n';
  return present && word.size() >= 4 ? std::vector{"s" + word} : std::vector<std::string>{};
}

std::vector<std::string> pronouns(const std::string& word) {
  if (word.size() < 4 || word.ends_with('p') || word.ends_with('Y') || word.ends_with('h'))
    return {};
  return {word + "h", word + "hA", word + "hm", word + "hmA"};
}

// What ends in `ending`, with each of `instead` for it.
Others endings(const std::string& ending, std::size_t least, std::vector<std::string> instead) {
  return [=](const std::string& word) -> std::vector<std::string> {
    if (!word.ends_with(ending) || word.size() < least) return {};
    std::vector<std::string> others;
    for (const std::string& other : instead)
      others.push_back(word.substr(0, word.size() - ending.size()) + other);
    return others;
  };
}

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all = {
      {"waw", .004, proclitic("w", true)},
      {"fa", .22, proclitic("f", true)},  // few pairs, most of them two words: فعالية, فريدة
      {"article", .0015, [](const std::string& word) { return proclitic("Al", false)(word); }},
      {"ba", .025, proclitic("b", false)},
      {"lam", .004, proclitic("l", false)},
      {"before the article", .002, behind_article},
      {"sin", .04, future},
      {"pronoun", .045, pronouns},
      {"pronoun after ta", .04, endings("p", 4, {"th", "thA", "thm"})},
      {"plural in at", .03, endings("p", 4, {"At"})},
      {"plural of nisba", .005, endings("y", 4, {"ywn", "yyn"})},
      {"wn and yn", .025, endings("wn", 5, {"yn"})},
  };
  return all;
}

// Without the dictionary there are fewer verbs and nouns to hold on to.
double allowance() { return lemma_table_has_dictionary() ? 1.0 : 3.0; }

TEST(Clitics, ChangeNoWordOfTheVocabulary) {
  Share all;
  for (const Kind& kind : kinds()) {
    const Share share = measure(kind);
    EXPECT_GT(share.words, 1000U) << kind.name;
    EXPECT_LE(share.value(), kind.ceiling * allowance()) << kind.name << ", worst " << share.worst;
    all.words += share.words;
    all.wrong += share.wrong;
  }
  EXPECT_LE(all.value(), .012 * allowance());
}

lemma_tool::Lexicon lexicon() {
  return lemma_tool::read_lexicon(FIHRIS_SOURCE_DIR "/stemmer/lexicon");
}

// Every word of the closed classes with everything that may stand before and behind it.
TEST(Clitics, LeaveFunctionWordsInTheirClass) {
  const lemma_tool::Lexicon lists = lexicon();
  const auto words = lemma_tool::function_words(lists);
  EXPECT_GT(words.size(), 2000U);
  for (const auto& [word, parts] : words) {
    const std::string folded = fold_letters(word);
    if (word.size() < 2 || lists.names.contains(folded)) continue;
    const auto result = lemmatize_arabic(from_letters(word));
    EXPECT_TRUE(result.stop) << from_letters(word);
    EXPECT_EQ(result.lemma, from_letters(parts.lemma)) << from_letters(word);
  }
}

TEST(Clitics, AreTakenOffFunctionWords) {
  const std::vector<std::vector<std::string>> groups = {
      {"إن", "وإنه", "فإنهم", "إنها", "أنهم", "بأنها", "لأنهن", "ولأن"},
      {"لكن", "لكنها", "ولكنني", "لكنهما"},
      {"على", "وعلى", "عليه", "فعليهم", "عليكم"},
      {"إلى", "وإليها", "فإليهم"},
      {"أولئك", "بأولئك", "ولأولئك"},
      {"ذلك", "وذلك", "لذلك", "فبذلك"},
      {"الذين", "للذين", "وبالذين", "فللذين"},
      {"اللواتي", "للواتي", "وللواتي"},
      {"ليس", "وليس", "فليس", "ليست", "وليسوا"},
      {"نحن", "ونحن", "فنحن"},
      {"أمام", "أمامه", "وأمامها"},
      {"غير", "غيره", "وغيرهم"},
      {"أي", "وأي", "أية", "بأي"}};
  for (const std::vector<std::string>& group : groups) {
    for (const std::string& word : group) {
      EXPECT_TRUE(lemmatize_arabic(word).stop) << word;
      EXPECT_EQ(lemmatize_arabic(word).lemma, lemmatize_arabic(group[0]).lemma) << word;
    }
  }
}

// A listed form that is commonly written under the conjunction is one word all the same.
TEST(Clitics, AreNotSeenInWordsThatOnlyLookLikeFunctionWords) {
  for (const char* word : {"ولي", "والي", "فهم", "فتحت", "واي", "فاي", "فلكي", "فلان"})
    EXPECT_FALSE(lemmatize_arabic(word).stop) << word;
  EXPECT_NE(lemmatize_arabic("هناك").lemma, lemmatize_arabic("هنا").lemma);
  EXPECT_NE(lemmatize_arabic("كلها").lemma, lemmatize_arabic("لها").lemma);
}

TEST(Clitics, LeaveTheLemmaOfWhatRemains) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  const std::vector<std::vector<std::string>> groups = {{"نائب", "نائبه", "ونائبه"},
                                                        {"والد", "والده", "والدها", "ووالده"},
                                                        {"دور", "دوره", "بدوره", "بدورها"},
                                                        {"كشفت", "وكشفت"},
                                                        {"تابع", "وتابع"},
                                                        {"توفي", "وتوفي"},
                                                        {"التقط", "والتقط"},
                                                        {"شراء", "بشراء"},
                                                        {"لقاء", "بلقاء"},
                                                        {"القمة", "للقمة"},
                                                        {"قلق", "للقلق"},
                                                        {"شيء", "شيئا", "وشيئا"},
                                                        {"تدعم", "يدعم", "ستدعم"},
                                                        {"تقود", "يقودها", "سيقود"}};
  for (const std::vector<std::string>& group : groups) {
    for (const std::string& word : group)
      EXPECT_EQ(lemmatize_arabic(word).lemma, lemmatize_arabic(group[0]).lemma) << word;
  }
}

TEST(Clitics, AreNotSeenWhereTheWholeIsAWord) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"بعقوبة", "عقوبة"}, {"بطاقة", "طاقة"}, {"بحيرة", "حيرة"}, {"فعالية", "عالية"},
      {"فريدة", "ريدة"},   {"برهان", "رهان"}, {"فستان", "ستان"}, {"سيطرته", "سيطرت"}};
  for (const auto& [whole, rest] : pairs)
    EXPECT_NE(lemmatize_arabic(whole).lemma, lemmatize_arabic(rest).lemma) << whole;
}

TEST(Clitics, RegularPluralsGoWithTheirSingular) {
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  const std::vector<std::vector<std::string>> groups = {
      {"مؤسسة", "مؤسسات", "للمؤسسات", "بمؤسساتها"},
      {"معلومة", "معلومات", "المعلومات"},
      {"منافسة", "منافسات"},
      {"تظاهرة", "تظاهرات", "التظاهرات"},
      {"حوثي", "الحوثي", "الحوثيون", "والحوثيين", "حوثيين"},
      {"إعلامي", "إعلاميون", "الإعلاميين"},
      {"نصراوي", "النصراويين"}};
  for (const std::vector<std::string>& group : groups) {
    for (const std::string& word : group)
      EXPECT_EQ(lemmatize_arabic(word).lemma, lemmatize_arabic(group[0]).lemma) << word;
  }
  EXPECT_NE(lemmatize_arabic("خلافات").lemma, lemmatize_arabic("خلافة").lemma);
  EXPECT_NE(lemmatize_arabic("معدات").lemma, lemmatize_arabic("معدة").lemma);
}

}  // namespace
}  // namespace fihris
