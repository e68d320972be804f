// The fingerprint tells every change of what keys depend on.
#include "fingerprint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/lexicon.h"

namespace fihris::stemmer {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(FIHRIS_SOURCE_DIR) / "tests/stemmer/golden/fingerprint.txt";

std::string contents(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<Token> probe() {
  static Analyzer analyzer;  // the tokens show what it holds
  std::vector<Token> tokens;
  analyzer.analyze(probe_text(), tokens);
  return tokens;
}

// Everything we have to analyse: our articles, which have every sort of token, and the words that
// the lexicon counts.
std::vector<fs::path> all_texts() {
  const fs::path root(FIHRIS_SOURCE_DIR);
  std::vector<fs::path> texts{root / "stemmer/lexicon/word_counts.tsv"};
  for (const auto& entry : fs::recursive_directory_iterator(root / "corpus")) {
    if (entry.is_regular_file()) texts.push_back(entry.path());
  }
  std::sort(texts.begin(), texts.end());
  return texts;
}

std::string hash_of_all_keys() {
  std::string keys;
  Analyzer analyzer;
  std::vector<Token> tokens;
  for (const fs::path& file : all_texts()) {
    analyzer.analyze(contents(file), tokens);
    for (const Token& token : tokens) {
      keys += std::to_string(static_cast<int>(token.kind)) + (token.stop ? 's' : '.') +
              std::string(token.norm) + ' ' + std::string(token.lemma) + '\n';
    }
  }
  std::ostringstream hex;
  hex << std::hex << XXH3_64bits(keys.data(), keys.size());
  return hex.str();
}

TEST(Fingerprint, IsTheSameForTheSameAnalysis) {
  EXPECT_EQ(Analyzer().fingerprint(), Analyzer().fingerprint());
  EXPECT_EQ(Analyzer().fingerprint(),
            fingerprint_of(key_tables(), AnalyzerConfig().latin_language, probe()));
}

TEST(Fingerprint, ChangesWithEachTable) {
  const std::string before = fingerprint_of(key_tables(), "english", probe());
  for (std::size_t i = 0; i < key_tables().size(); ++i) {
    std::vector<KeyTable> tables = key_tables();
    ASSERT_FALSE(tables[i].content.empty()) << tables[i].name;
    tables[i].content[tables[i].content.size() / 2] ^= 1;
    EXPECT_NE(fingerprint_of(tables, "english", probe()), before) << tables[i].name;
    tables = key_tables();
    tables[i].content.pop_back();
    EXPECT_NE(fingerprint_of(tables, "english", probe()), before) << tables[i].name;
  }
}

TEST(Fingerprint, ChangesWithTheKeysOfTheProbeAndTheLanguage) {
  const std::string before = fingerprint_of(key_tables(), "english", probe());
  EXPECT_NE(fingerprint_of(key_tables(), "french", probe()), before);
  std::vector<Token> tokens = probe();
  tokens[1].lemma = "غيره";
  EXPECT_NE(fingerprint_of(key_tables(), "english", tokens), before);
}

// A row for a new name, ending or clitic must change the content of its table.
TEST(Fingerprint, TablesHoldTheirRows) {
  const auto content = [](std::string_view name) {
    for (const KeyTable& table : key_tables()) {
      if (table.name == name) return table.content;
    }
    return std::string();
  };
  EXPECT_THAT(content("months"), ::testing::HasSubstr("جويليه"));
  EXPECT_THAT(content("months"), ::testing::HasSubstr("منتصف"));
  EXPECT_THAT(content("clitics"), ::testing::HasSubstr("wbAl"));
  EXPECT_THAT(content("clitics"), ::testing::HasSubstr("hmA"));
  EXPECT_THAT(content("endings"), ::testing::HasSubstr("tyn"));
  EXPECT_THAT(content("joined clitics"), ::testing::HasSubstr("وبال"));
}

// What code does beside the tables is seen here: keys that change while the fingerprint does not
// would leave old indexes silently accepted. Raise kFormat in fingerprint.cpp then.
// FIHRIS_REWRITE_GOLDEN=1 in the environment writes the file anew.
TEST(Fingerprint, ChangesWhenKeysOfOurTextsDo) {
  if (!lemma_table_has_dictionary()) {
    GTEST_SKIP() << "the lemma table was made without the hunspell-ar dictionary";
  }
  const std::string fingerprint = Analyzer().fingerprint();
  const std::string keys = hash_of_all_keys();
  if (std::getenv("FIHRIS_REWRITE_GOLDEN") != nullptr) {
    std::ofstream(kGolden) << fingerprint << ' ' << keys << '\n';
  }
  std::istringstream golden(contents(kGolden));
  std::string known_fingerprint;
  std::string known_keys;
  golden >> known_fingerprint >> known_keys;
  if (fingerprint == known_fingerprint) {
    EXPECT_EQ(keys, known_keys) << "keys have changed and the fingerprint has not";
  } else {
    ADD_FAILURE() << "another analysis, as the fingerprint says: write " << kGolden << " anew";
  }
}

}  // namespace
}  // namespace fihris::stemmer
