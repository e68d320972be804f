// Completion in the shells themselves, and the manual pages.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "command_line.h"
#include "process.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;

bool is_there(const std::string& program) {
  return run_process({"/bin/sh", "-c", "command -v " + program}).exit_code == 0;
}

// Runs lines in a shell after the completion script was read.
std::string in_shell(const std::string& shell, const std::vector<std::string>& options,
                     const std::string& lines) {
  std::vector<std::string> argv{"/usr/bin/env", shell};
  argv.insert(argv.end(), options.begin(), options.end());
  argv.insert(argv.end(), {"-c", lines});
  const ProcessResult result = run_process(argv);
  EXPECT_EQ(result.err, "") << lines;
  return result.out;
}

class Completion : public CommandLine {
 protected:
  std::string script(const std::string& shell) const {
    return write("fihris." + shell, fihris({"completion", shell}).out);
  }
};

// The words that bash offers for a command line whose last word is being typed.
std::string bash_offers(const std::string& script, const std::string& words) {
  return in_shell("bash", {"--norc"},
                  "source '" + script + "'; COMP_WORDS=(" + words +
                      "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _fihris; printf '%s\\n' "
                      "\"${COMPREPLY[@]}\"");
}

TEST_F(Completion, BashOffersCommandsOptionsAndValues) {
  if (!is_there("bash")) GTEST_SKIP() << "bash is not installed";
  const std::string file = script("bash");
  EXPECT_THAT(bash_offers(file, "fihris sea"), ::testing::StrEq("search\n"));
  EXPECT_THAT(bash_offers(file, "fihris search --snip"), HasSubstr("--snippets\n"));
  EXPECT_THAT(bash_offers(file, "fihris search --color a"), ::testing::StrEq("auto\nalways\n"));
  EXPECT_THAT(bash_offers(file, "fihris help exp"), ::testing::StrEq("export\n"));
  std::filesystem::create_directory(folder() / "some folder");
  EXPECT_THAT(bash_offers(file, "fihris search --db '" + path("some") + "'"),
              HasSubstr("some folder"));
  EXPECT_THAT(bash_offers(file, "fihris search --limit ''"), ::testing::StrEq("\n"));
}

TEST_F(Completion, ZshReadsItsScript) {
  if (!is_there("zsh")) GTEST_SKIP() << "zsh is not installed";
  const std::string file = script("zsh");
  const std::string said = in_shell("zsh", {"-f"},
                                    "autoload -Uz compinit; compinit -u -D; source '" + file +
                                        "'; print -- $_comps[fihris]; functions _fihris");
  EXPECT_THAT(said, HasSubstr("_fihris\n"));
  EXPECT_THAT(said, HasSubstr("--snippet-length"));
}

TEST_F(Completion, FishOffersCommandsOptionsAndValues) {
  if (!is_there("fish")) GTEST_SKIP() << "fish is not installed";
  const std::string file = script("fish");
  const auto offers = [&file](const std::string& line) {
    return in_shell("fish", {"--no-config"}, "source '" + file + "'; complete -C '" + line + "'");
  };
  EXPECT_THAT(offers("fihris sea"), HasSubstr("search\tAsk a question\n"));
  EXPECT_THAT(offers("fihris search --snip"), HasSubstr("--snippets"));
  EXPECT_THAT(offers("fihris search --color "), HasSubstr("never"));
}

TEST_F(Completion, UnknownShellsAreUsageErrors) {
  EXPECT_COMPLAINT(fihris({"completion", "tcsh"}), 2);
}

TEST_F(Completion, ManualPagesNameEveryOption) {
  const std::filesystem::path pages = folder() / "man";
  std::filesystem::create_directory(pages);
  ASSERT_EQ(fihris({"manual", pages.string()}).exit_code, 0);
  std::ifstream file(pages / "fihris-search.1");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  EXPECT_THAT(page, HasSubstr("\\fB\\-\\-snippets\\fR \\fIN\\fR"));
  EXPECT_TRUE(std::filesystem::exists(pages / "fihris.1"));
  EXPECT_FALSE(std::filesystem::exists(pages / "fihris-manual.1"));
  if (!is_there("groff")) GTEST_SKIP() << "groff is not installed";
  for (const auto& entry : std::filesystem::directory_iterator(pages)) {
    const ProcessResult result =
        run_process({"/usr/bin/env", "groff", "-man", "-Kutf8", "-Tutf8", "-ww", entry.path()});
    EXPECT_EQ(result.err, "") << entry.path();
  }
}

}  // namespace
}  // namespace fihris::testing
