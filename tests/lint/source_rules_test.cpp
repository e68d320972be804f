// The rules of docs/architecture.md that a program can check.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "source_tree.h"

namespace fihris::testing {
namespace {

using ::testing::IsEmpty;

constexpr std::size_t kMaxFileLines = 300;

// What each room may include besides itself.
const std::map<std::string, std::set<std::string>> kMayInclude{
    {"stemmer", {}},
    {"store", {"stemmer"}},
    {"indexer", {"stemmer", "store"}},
    {"searcher", {"stemmer", "store"}},
    {"cli", {"stemmer", "store", "indexer", "searcher"}},
};

std::vector<std::string> wrong_includes(const SourceFile& file) {
  static const std::regex include("#include [\"<]fihris/([a-z]+)/");
  const std::string room = file.path.substr(0, file.path.find('/'));
  std::vector<std::string> wrong;
  for (const std::string& line : file.lines) {
    std::smatch match;
    if (!std::regex_search(line, match, include) || match[1] == room) continue;
    if (!kMayInclude.at(room).contains(match[1])) wrong.push_back(file.path + ": " + line);
  }
  return wrong;
}

TEST(SourceRules, SourcesAreThere) {
  EXPECT_GT(product_sources().size(), 30U);
  EXPECT_GT(public_headers().size(), 10U);
}

TEST(SourceRules, RoomsIncludeOnlyWhatTheyMay) {
  for (const SourceFile& file : product_sources()) EXPECT_THAT(wrong_includes(file), IsEmpty());
}

TEST(SourceRules, PublicHeadersNeedNoThirdPartyHeader) {
  const std::regex third_party(
      "#include "
      "[\"<](xapian|unicode/|libstemmer|gumbo|simdjson|zstd|xxhash|openssl/|nlohmann/|CLI/)");
  EXPECT_THAT(lines_matching(public_headers(), third_party), IsEmpty());
}

TEST(SourceRules, PublicHeadersIncludeNoPrivateOnes) {
  EXPECT_THAT(lines_matching(public_headers(), std::regex("#include \".*internal/")), IsEmpty());
  EXPECT_THAT(lines_matching(public_headers(), std::regex("#include \"(?!fihris/)")), IsEmpty());
}

TEST(SourceRules, XapiansOwnTextAnalysisIsNotUsed) {
  const std::regex second_analyser(
      R"(Xapian::(TermGenerator|QueryParser|Stem\b|Stopper)|\.snippet\()");
  EXPECT_THAT(lines_matching(product_sources(), second_analyser), IsEmpty());
}

// It adds up what postings of ours hold, which is not to be added: fihris/store/posting.h.
TEST(SourceRules, SynonymsAreNotLeftToXapian) {
  EXPECT_THAT(lines_matching(product_sources(), std::regex("::OP_SYNONYM")), IsEmpty());
}

TEST(SourceRules, XapianStaysInsideStoreIndexerAndSearcher) {
  const std::regex xapian("#include [\"<]xapian");
  EXPECT_THAT(lines_matching(sources_below("stemmer"), xapian), IsEmpty());
  EXPECT_THAT(lines_matching(sources_below("cli"), xapian), IsEmpty());
}

// A thread's root may catch everything only to hand it to the thread that waits for it.
TEST(SourceRules, EverythingIsCaughtInMainAndAtThreadRootsOnly) {
  const std::regex catch_all(R"(catch \(\.\.\.\))");
  for (const SourceFile& file : product_sources()) {
    if (file.path == "cli/main.cpp") continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (!std::regex_search(file.lines[i], catch_all)) continue;
      std::string body;
      for (std::size_t line = i; line < std::min(i + 8, file.lines.size()); ++line)
        body += file.lines[line];
      EXPECT_THAT(body, ::testing::HasSubstr("std::current_exception()"))
          << file.path << ":" << i + 1;
    }
  }
}

TEST(SourceRules, LibrariesNeverPrintReadTheEnvironmentOrExit) {
  const std::regex side_effects(R"(std::(cout|cerr|clog)|\b(printf|puts|getenv|exit|abort)\()");
  std::vector<SourceFile> libraries;
  for (SourceFile& file : library_sources()) {
    const bool build_tool = file.path.starts_with("stemmer/tools/");
    if (!build_tool) libraries.push_back(std::move(file));
  }
  EXPECT_THAT(lines_matching(libraries, side_effects), IsEmpty());
}

TEST(SourceRules, FilesStayShort) {
  for (const SourceFile& file : product_sources())
    EXPECT_LE(file.lines.size(), kMaxFileLines) << file.path;
}

TEST(SourceRules, NamesSayWhatThingsAre) {
  const std::regex vague("(class|struct|namespace) [A-Za-z]*(Manager|Helper|Util)");
  EXPECT_THAT(lines_matching(product_sources(), vague), IsEmpty());
}

}  // namespace
}  // namespace fihris::testing
