// fihris analyze: the stages of a word, and word lists.
#include <gmock/gmock.h>

#include <set>

#include "command_line.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

class CommandLineAnalyze : public CommandLine {
 protected:
  static nlohmann::json tokens_of(const std::string& text) {
    const ProcessResult result = fihris({"analyze", "--json", text});
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return nlohmann::json::parse(result.out).at("tokens");
  }
};

TEST_F(CommandLineAnalyze, PrintsTheStagesOfEachToken) {
  const ProcessResult result = fihris({"analyze", "والمكتبات", "2024"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out,
              StartsWith("والمكتبات\n  span      0-18\n  position  0\n  kind      arabic\n"));
  EXPECT_THAT(result.out, HasSubstr("\n  clitics   و + ال\n"));
  EXPECT_THAT(result.out,
              HasSubstr("\n2024\n  span      19-23\n  position  1\n  kind      number\n"));
}

TEST_F(CommandLineAnalyze, JsonNamesEveryStage) {
  const auto tokens = tokens_of("قالَ الوزراءُ");
  ASSERT_EQ(tokens.size(), 2U);
  for (const char* name : {"surface", "span", "position", "sequence", "kind", "repaired", "norm",
                           "clitics", "core", "key", "lemma", "source", "stop"}) {
    EXPECT_TRUE(tokens[1].contains(name)) << name;
  }
  EXPECT_EQ(tokens[1].at("surface"), "الوزراءُ");
  EXPECT_EQ(tokens[1].at("lemma"), tokens_of("وزير")[0].at("lemma"));
}

TEST_F(CommandLineAnalyze, ShowsTheLemmaAsPeopleWriteIt) {
  for (const auto& [word, key, lemma] :
       std::vector<std::array<std::string, 3>>{{"والمكتبات", "مكتبه", "مكتبة"},
                                               {"المسؤولين", "مسوول", "مسؤول"},
                                               {"يكشفون", "يكشف", "كشف"}}) {
    const auto tokens = tokens_of(word);
    EXPECT_EQ(tokens.at(0).at("key"), key) << word;
    EXPECT_EQ(tokens.at(0).at("lemma"), lemma) << word;
  }
}

TEST_F(CommandLineAnalyze, ReadsStandardInputWithoutText) {
  const ProcessResult result = fihris({"analyze", "--json"}, {.input = "كلمة\nأخرى\n"});
  EXPECT_EQ(nlohmann::json::parse(result.out).at("tokens").size(), 2U);
}

TEST_F(CommandLineAnalyze, SpansPointIntoInvalidUtf8AsGiven) {
  const auto tokens = tokens_of("\xFF\xFF كلمة");
  const auto& word = tokens.back();
  EXPECT_EQ(word.at("surface"), "كلمة");
  EXPECT_EQ(word.at("span").at(0), 3);
}

TEST_F(CommandLineAnalyze, TextWithoutWordsIsNothingFound) {
  EXPECT_EQ(fihris({"analyze", "؟!"}).exit_code, 1);
  EXPECT_EQ(fihris({"analyze", ""}).exit_code, 1);
}

TEST_F(CommandLineAnalyze, WordListsGetOneLineForEachWord) {
  const ProcessResult result =
      fihris({"analyze", "--words"}, {.input = "وزير\nالوزراء\r\n\n\xFFكلمة\n؟\nآخر سطر"});
  EXPECT_EQ(result.exit_code, 0);
  const auto lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 6U);
  const std::string lemma = lines[0].substr(lines[0].find('\t') + 1);
  EXPECT_EQ(lines[0], "وزير\t" + lemma);
  EXPECT_EQ(lines[1], "الوزراء\t" + lemma);
  EXPECT_EQ(lines[2], "\t\t");
  EXPECT_THAT(lines[3], StartsWith("\xFFكلمة\t"));
  EXPECT_EQ(lines[4], "؟\t؟\t؟");
  EXPECT_THAT(lines[5], StartsWith("آخر سطر\t"));
}

TEST_F(CommandLineAnalyze, WordListsKeepMonthNamesApart) {
  const auto lines =
      lines_of(fihris({"analyze", "--words"}, {.input = "يوليو\nتموز\nجويلية\n"}).out);
  ASSERT_EQ(lines.size(), 3U);
  std::set<std::string> lemmas;
  for (const std::string& line : lines) lemmas.insert(line.substr(line.find('\t')));
  EXPECT_EQ(lemmas.size(), 3U);
}

TEST_F(CommandLineAnalyze, WordListsAndTextExcludeEachOther) {
  EXPECT_COMPLAINT(fihris({"analyze", "--words", "كلمة"}), 2);
}

}  // namespace
}  // namespace fihris::testing
