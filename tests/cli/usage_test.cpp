// Help, version, wrong command lines, outputs that fail.
#include <gmock/gmock.h>

#include "command_line.h"
#include "fihris/searcher/request_options.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

const std::vector<std::string> kCommands{"index", "search",  "analyze", "eval",
                                         "get",   "delete",  "export",  "stats",
                                         "check", "compact", "inspect"};

TEST_F(CommandLine, PrintsItsVersion) {
  const ProcessResult result = fihris({"--version"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, MatchesRegex("fihris [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}

TEST_F(CommandLine, HelpNamesEveryCommand) {
  const ProcessResult result = fihris({"--help"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  for (const std::string& command : kCommands) EXPECT_THAT(result.out, HasSubstr("\n  " + command));
}

TEST_F(CommandLine, HelpOfEachCommandHasAnExampleWithArabic) {
  for (const std::string& command : kCommands) {
    SCOPED_TRACE(command);
    const ProcessResult result = fihris({command, "--help"});
    EXPECT_EQ(result.exit_code, 0);
    EXPECT_THAT(result.out, HasSubstr("Example"));
    EXPECT_THAT(result.out, HasSubstr("fihris " + command));
    EXPECT_THAT(result.out,
                ::testing::ContainsRegex("[\xD8-\xDB]"));  // lead byte of an Arabic letter
  }
}

TEST_F(CommandLine, NoCommandIsAUsageError) { EXPECT_COMPLAINT(fihris({}), 2); }

TEST_F(CommandLine, UnknownCommandIsAUsageErrorThatNamesIt) {
  const ProcessResult result = fihris({"serach", "--db", db(), "كلمة"});
  EXPECT_COMPLAINT(result, 2);
  EXPECT_THAT(result.err, HasSubstr("serach"));
}

TEST_F(CommandLine, UnknownOptionIsAUsageErrorThatNamesTheHelp) {
  const ProcessResult result = fihris({"search", "--db", db(), "--colour", "كلمة"});
  EXPECT_COMPLAINT(result, 2);
  EXPECT_THAT(result.err, HasSubstr("fihris search --help"));
}

TEST_F(CommandLine, CommandsWithoutAnIndexFolderAreUsageErrors) {
  for (const std::string& command : kCommands) {
    if (command == "analyze") continue;
    SCOPED_TRACE(command);
    EXPECT_COMPLAINT(fihris({command}), 2);
  }
}

TEST_F(CommandLine, BadNumbersAreUsageErrors) {
  for (const std::string limit : {"-1", "ten", "99999999999999999999", ""}) {
    SCOPED_TRACE(limit);
    EXPECT_COMPLAINT(fihris({"search", "--db", db(), "--limit", limit, "كلمة"}), 2);
  }
}

TEST_F(CommandLine, HelpOfSearchHasEveryRowOfTheTable) {
  const std::string help = fihris({"search", "--help"}).out;
  for (const RequestOption& option : request_options()) {
    EXPECT_THAT(help, HasSubstr("\n  " + std::string(option.flag)));
    EXPECT_THAT(help, HasSubstr(std::string(option.help)));
  }
}

// The text that each kind of option refuses.
TEST_F(CommandLine, SearchRefusesWhatTheTableRefuses) {
  for (const RequestOption& option : request_options().subspan(1)) {
    const bool takes_any = std::holds_alternative<FlagOption>(option.kind) ||
                           std::holds_alternative<TextsOption>(option.kind) ||
                           std::holds_alternative<TextOption>(option.kind);
    if (takes_any) continue;
    const bool is_list = std::holds_alternative<SortOption>(option.kind);
    const std::string wrong = is_list ? "7" : "7,5";
    const ProcessResult result =
        fihris({"search", "--db", db(), std::string(option.flag), wrong, "كلمة"});
    EXPECT_COMPLAINT(result, 2);
    EXPECT_EQ(result.err, "fihris: " + std::string(option.flag) + " must be " +
                              allowed_values(option) + ", not \"" + wrong +
                              "\". See \"fihris search --help\".\n");
  }
}

TEST_F(CommandLine, TooManyFiltersAreAUsageError) {
  std::vector<std::string> arguments{"search", "--db", db(), "كلمة"};
  for (std::size_t i = 0; i <= kMaxFilterValues; ++i) {
    arguments.insert(arguments.end(), {"--filter", "tag:كلمة"});
  }
  const ProcessResult result = fihris(arguments);
  EXPECT_COMPLAINT(result, 2);
  EXPECT_THAT(result.err, HasSubstr("--filter must be a list of at most 500 texts"));
}

TEST_F(CommandLine, MissingIndexIsAnIndexErrorAndNothingIsCreated) {
  const std::vector<std::vector<std::string>> calls{
      {"search", "--db", db(), "كلمة"}, {"get", "--db", db(), "1"},
      {"delete", "--db", db(), "1"},    {"export", "--db", db()},
      {"stats", "--db", db()},          {"check", "--db", db()},
      {"compact", "--db", db()},        {"compact", "--rebuild", "--db", db()}};
  for (const auto& call : calls) {
    SCOPED_TRACE(call.front());
    const ProcessResult result = fihris(call);
    EXPECT_COMPLAINT(result, 3);
    EXPECT_THAT(result.err, HasSubstr(db()));
    EXPECT_THAT(result.err,
                ::testing::ContainsRegex("[^.]\\. [A-Z].*fihris index"));  // what, then what to do
    EXPECT_FALSE(std::filesystem::exists(db()));
  }
}

TEST_F(CommandLine, ControlCharactersInANameCannotBreakTheLine) {
  EXPECT_COMPLAINT(fihris({"stats", "--db", path("a\nfihris: all is well\033[2J")}), 3);
}

TEST_F(CommandLine, ClosedOutputEndsQuietly) {
  index_sample();
  const ProcessResult result = fihris({"export", "--db", db()}, {.close_out = true});
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_EQ(result.err, "");
}

TEST_F(CommandLine, FullOutputIsReported) {
  index_sample();
  const ProcessResult result = fihris({"export", "--db", db()}, {.out_file = "/dev/full"});
  EXPECT_COMPLAINT(result, 4);
}

}  // namespace
}  // namespace fihris::testing
