// The report of ../shared/tools/lemma_consistency.py over the counted words, with a ceiling for
// each class of pairs: a clitic never changes a word.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "fihris/stemmer/lexicon.h"
#include "process.h"

namespace fihris::testing {
namespace {

constexpr const char* kTool = FIHRIS_SHARED_DIR "/tools/lemma_consistency.py";

// Share of the running words of the pairs that may get two lemmas. What is left of ف and of the
// function words are other words: فعالية, ولي, فهم.
const std::map<std::string, double> kCeilings = {{"function word ± و/ف", .02},
                                                 {"word ± و", .005},
                                                 {"word ± ف", .22},
                                                 {"word ± ال", .003},
                                                 {"word ± ب", .03},
                                                 {"word ± ل", .006},
                                                 {"الword ± و ب ك ل", .002},
                                                 {"verb ± س", .04},
                                                 {"word ± ه ها هم هما", .045},
                                                 {"ة / ته تها تهم", .045},
                                                 {"ة / ات", .03},
                                                 {"ي / يون يين", .01},
                                                 {"ون / ين", .025},
                                                 {"all", .012}};

TEST(Consistency, OfTheCountedWords) {
  if (!std::filesystem::exists(kTool)) GTEST_SKIP() << "no " << kTool;
  if (!lemma_table_has_dictionary()) GTEST_SKIP() << "built without hunspell-ar";
  const ProcessResult result =
      run_process({"/usr/bin/env", "python3", kTool, "--json", "--fihris", FIHRIS_BINARY,
                   "--counts", FIHRIS_SOURCE_DIR "/stemmer/lexicon/word_counts.tsv"});
  if (result.exit_code == 127) GTEST_SKIP() << "no python3";
  ASSERT_EQ(result.exit_code, 0) << result.err;
  const auto report = nlohmann::json::parse(result.out);
  for (const auto& [name, ceiling] : kCeilings) {
    ASSERT_TRUE(report.contains(name)) << name;
    EXPECT_LE(report.at(name).at("share").get<double>(), ceiling)
        << name << ", worst " << report.at(name).at("worst").dump();
  }
}

}  // namespace
}  // namespace fihris::testing
