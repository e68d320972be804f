// The lemma image: written by the build tool, read in place by the library; and the parts of the
// tool.
#include "lemmas/lemma_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "decisions.h"
#include "dictionary.h"
#include "image_writer.h"
#include "plural_patterns.h"
#include "text/letters.h"
#include "word_counts.h"

namespace fihris::lemma_tool {
namespace {

namespace fs = std::filesystem;

class LemmaToolTest : public ::testing::Test {
 protected:
  LemmaToolTest() {
    directory_ =
        fs::path(::testing::TempDir()) /
        (std::string("lemma_") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(directory_);
  }
  ~LemmaToolTest() override { fs::remove_all(directory_); }

  fs::path write(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ / name) << text;
    return directory_ / name;
  }

  fs::path directory_;
};

Forms sample() {
  Forms forms;
  forms["wAlwzrA'"] = {stemmer::lemma_image::Source::kTable, 900, 3, 0, "wzyr"};
  forms["wzyr"] = {stemmer::lemma_image::Source::kTable, 5000, 0, 0, "wzyr"};
  forms["lbnAn"] = {stemmer::lemma_image::Source::kName, 70, 0, 0, "lbnAn"};
  forms["Tywr"] = {};
  return forms;
}

TEST(LemmaTable, ReadsBackWhatWasWritten) {
  const std::string image = make_image(sample(), true);
  const stemmer::lemmas::LemmaTable table(image);
  EXPECT_TRUE(table.has_dictionary());
  EXPECT_EQ(table.size(), 4U);
  const auto entry = table.find("wAlwzrA'");
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->lemma, "wzyr");
  EXPECT_EQ(entry->letters_before, 3);
  EXPECT_GT(table.find("wzyr")->frequency, table.find("lbnAn")->frequency);
  EXPECT_TRUE(table.find("Tywr")->lemma.empty());
}

TEST(LemmaTable, NeverTakesOneWordForAnother) {
  const std::string image = make_image(sample(), false);
  const stemmer::lemmas::LemmaTable table(image);
  for (const char* word : {"wzy", "wzyrA", "zyr", "", "lbnAnlbnAnlbnAnlbnAnlbnAnlbnAnlbnAn"}) {
    EXPECT_FALSE(table.find(word)) << word;
  }
}

TEST(LemmaTable, IsEmptyForAnImageItCannotRead) {
  const std::string image = make_image(sample(), true);
  for (std::size_t size = 0; size < image.size(); size += 7) {
    EXPECT_FALSE(stemmer::lemmas::LemmaTable(std::string_view(image).substr(0, size)).find("wzyr"))
        << size;
  }
}

TEST(LemmaTable, ReadsBackFamilies) {
  const std::string image =
      make_image(sample(), true, {{"wzyr", "wzr"}, {"wzArp", "wzr"}}, {{"wzArh", "wzArp"}});
  const stemmer::lemmas::LemmaTable table(image);
  EXPECT_EQ(table.family("wzyr"), "wzr");
  EXPECT_EQ(table.family("wzArp"), "wzr");
  EXPECT_EQ(table.family("lbnAn"), "");
  EXPECT_EQ(table.family(""), "");
  EXPECT_EQ(table.spelling("wzArh"), "wzArp");
  EXPECT_EQ(table.spelling("wzyr"), "");
  EXPECT_EQ(table.find("wzyr")->lemma, "wzyr");
  EXPECT_EQ(stemmer::lemmas::LemmaTable(std::string_view(image).substr(0, image.size() - 1))
                .family("wzyr"),
            "");
}

TEST(LemmaTable, IdentityFollowsTheContent) {
  Forms changed = sample();
  changed["lbnAn"].lemma = "lbn";
  const std::string a = make_image(sample(), true), b = make_image(changed, true);
  EXPECT_NE(stemmer::lemmas::LemmaTable(a).identity(), stemmer::lemmas::LemmaTable(b).identity());
}

TEST(LemmaTable, EmbeddedOneIsThere) {
  EXPECT_GT(stemmer::lemmas::LemmaTable::embedded().size(), 50000U);
}

TEST(PluralPatterns, KnowBrokenPluralsByTheirRadicals) {
  EXPECT_TRUE(is_broken_plural_of("wzrA'", "wzyr"));
  EXPECT_TRUE(is_broken_plural_of("mdn", "mdynh"));
  EXPECT_TRUE(is_broken_plural_of("qDAyA", "qDyh"));
  EXPECT_FALSE(is_broken_plural_of("wzrA'", "bxyl"));
  EXPECT_FALSE(is_broken_plural_of("jlws", "jAls"));
  EXPECT_TRUE(is_feminine_of_elative("kbry", "Akbr"));
  EXPECT_TRUE(is_feminine_of_elative("HmrA'", "AHmr"));
}

TEST_F(LemmaToolTest, CountsWordsOfJsonLines) {
  std::istringstream in(
      "{\"title\":\"خَبَر\",\"body\":\"خبر عن مدرســة\",\"id\":\"سر\"}\nnot json\n");
  WordCounts counts;
  EXPECT_EQ(count_json_lines(in, counts), 1U);
  EXPECT_EQ(counts.printed_count("xbr"), 2U);
  EXPECT_EQ(counts.printed_count("mdrsp"), 1U);
  EXPECT_EQ(counts.folded_count("mdrsh"), 1U);
  EXPECT_EQ(counts.printed_count("sr"), 0U);
}

// A dictionary of two words with one level of pronouns, in the format of ar.aff.
constexpr const char* kAff =
    "FLAG long\nAF 2\nAF AA\nAF mjcc\nAM 2\nAM other\nAM is:prst st:قال po:verb\n"
    "PFX mj Y 2\nPFX mj 0 ال .\nPFX mj 0 بال .\n"
    "SFX AA Y 2\nSFX AA 0 0/2 .\nSFX AA ة ت/2 ة\n"
    "SFX cc Y 1\nSFX cc 0 ها .\n";

TEST_F(LemmaToolTest, ReadsAWordThroughTheDictionary) {
  const Dictionary dictionary(write("ar.aff", kAff), write("ar.dic", "2\nمدرسة/1\nيقول\t2\n"));
  bool with_pronoun = false;
  for (const Reading& reading : dictionary.read("mdrsthA")) {
    with_pronoun = with_pronoun || (reading.lemma == "mdrsp" && reading.pronoun == 2);
  }
  EXPECT_TRUE(with_pronoun);
  const auto verbs = dictionary.read("yqwl");
  ASSERT_EQ(verbs.size(), 1U);
  EXPECT_EQ(verbs[0].word_class, WordClass::kVerb);
  EXPECT_EQ(verbs[0].lemma, "qAl");
  EXPECT_TRUE(dictionary.read("xbr").empty());
}

TEST_F(LemmaToolTest, CountsSpellingsThatDifferInHamzaAndTehMarbuta) {
  const Dictionary dictionary(write("ar.aff", kAff), write("ar.dic", "1\nمدرسة/1\n"));
  const auto readings = dictionary.read("mdrsh");
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings[0].edits, 1);
}

TEST_F(LemmaToolTest, DecidesWithoutADictionary) {
  WordCounts counts;
  // Forms of سيارة and of another feminine, so that the article and the plural ending are worth
  // learning.
  for (const std::string noun : {"syAr", "Hkwm"}) {
    for (const std::string before : {"", "Al", "wAl", "bAl"}) {
      counts.add(before + noun + "p", 900);
      counts.add(before + noun + "At", 500);
    }
  }
  const Forms forms = decide(counts, Lexicon{}, nullptr).forms;
  EXPECT_EQ(forms.at("AlsyArAt").lemma, "syArh");
  EXPECT_EQ(forms.at("wAlsyArh").lemma, "syArh");
}

TEST_F(LemmaToolTest, NamesTheLineOfAMalformedList) {
  write("names.txt", "# names\nلبنان\nBeirut\n");
  try {
    read_lexicon(directory_);
    FAIL() << "accepted Latin letters";
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("names.txt:3"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace fihris::lemma_tool
