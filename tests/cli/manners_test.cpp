// How the command treats people: what they mistype, where they sit, what they need not say.
#include <gmock/gmock.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "command_line.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST_F(CommandLine, OffersTheCommandThatWasMeant) {
  EXPECT_THAT(fihris({"serach"}).err, HasSubstr("Did you mean search?"));
  EXPECT_THAT(fihris({"help", "exprot"}).err, HasSubstr("Did you mean export?"));
  EXPECT_THAT(fihris({"dance"}).err, Not(HasSubstr("Did you mean")));
}

TEST_F(CommandLine, OffersTheOptionThatWasMeant) {
  const ProcessResult result = fihris({"search", "--db", db(), "--limt", "3", "كلمة"});
  EXPECT_COMPLAINT(result, 2);
  EXPECT_THAT(result.err, HasSubstr("Did you mean --limit?"));
}

TEST_F(CommandLine, HelpOfACommandIsThatOfItsOption) {
  EXPECT_EQ(fihris({"help", "search"}).out, fihris({"search", "--help"}).out);
  EXPECT_EQ(fihris({"help"}).out, fihris({"--help"}).out);
}

TEST_F(CommandLine, TakesTheIndexFromTheEnvironment) {
  index_sample();
  const ProcessOptions options{.environment = {{"FIHRIS_DB", db()}}};
  EXPECT_THAT(fihris({"search", "--json", "مكتبات"}, options).out, HasSubstr("\"id\":\"library\""));
  EXPECT_EQ(fihris({"get", "port"}, options).exit_code, 0);
  const ProcessOptions elsewhere{.environment = {{"FIHRIS_DB", path("nowhere")}}};
  EXPECT_EQ(fihris({"get", "--db", db(), "port"}, elsewhere).exit_code, 0);
}

TEST_F(CommandLine, SaysInJsonWhatIsWrongWithAnAnswerInJson) {
  const ProcessResult missing = fihris({"search", "--db", db(), "--json", "كلمة"});
  EXPECT_EQ(missing.exit_code, 3);
  EXPECT_EQ(missing.out, "");
  EXPECT_THAT(missing.err, StartsWith("{\"message\":\""));
  EXPECT_THAT(missing.err, HasSubstr("\"code\":\"index_missing\",\"type\":\"invalid_request\""));
  const ProcessResult mistyped = fihris({"search", "--db", db(), "--json", "--limit", "x", "كلمة"});
  EXPECT_EQ(mistyped.exit_code, 2);
  EXPECT_THAT(mistyped.err, HasSubstr("\"code\":\"usage\""));
  EXPECT_COMPLAINT(fihris({"search", "--db", db(), "--", "--json"}), 3);
}

TEST_F(CommandLine, BriefIsALineAHit) {
  index_sample();
  const ProcessResult result = fihris({"search", "--db", db(), "--brief", "ميناء"});
  const std::vector<std::string> lines = lines_of(result.out);
  ASSERT_EQ(lines.size(), 2U) << result.out;
  EXPECT_THAT(lines[0], StartsWith("1. "));
  EXPECT_THAT(lines[0], ::testing::EndsWith(" · port"));
}

TEST_F(CommandLine, MarksAsToldTo) {
  index_sample();
  const ProcessResult result = fihris({"search", "--db", db(), "--mark-open", "<<", "--mark-close",
                                       ">>", "--color", "never", "ميناء"});
  EXPECT_THAT(result.out, HasSubstr("<<"));
  EXPECT_THAT(result.out, HasSubstr(">>"));
  EXPECT_THAT(result.out, Not(HasSubstr("[")));
}

TEST_F(CommandLine, SearchesSeveralIndexesAtOnce) {
  index_sample();
  const std::string other = path("other");
  const std::string line = article_line("second-port", "ميناء آخر", "رست سفينة في ميناء آخر.");
  ASSERT_EQ(fihris({"index", "--db", other, "-"}, {.input = line}).exit_code, 0);
  const std::vector<std::string> both{"search", "--db", db(), "--db", other, "--json"};
  std::vector<std::string> call = both;
  call.insert(call.end(), {"--facet", "year", "ميناء"});
  const std::string json = fihris(call).out;
  EXPECT_THAT(json, HasSubstr("\"id\":\"port\""));
  EXPECT_THAT(json, HasSubstr("\"id\":\"second-port\""));
  EXPECT_THAT(json, HasSubstr("\"estimatedTotalHits\":2"));
  EXPECT_THAT(json, HasSubstr("\"_index\":\"" + other + "\""));
  call = both;
  call.insert(call.end(), {"--limit", "1", "--offset", "1", "ميناء"});
  EXPECT_THAT(fihris(call).out, HasSubstr("\"offset\":1,\"limit\":1,\"estimatedTotalHits\":2"));
  call = both;
  call.insert(call.end(), {"--sort", "views:asc", "ميناء"});
  EXPECT_EQ(fihris(call).exit_code, 2);
}

// What one index finds as typed, another's correction must not add to.
TEST_F(CommandLine, CorrectionsOfOneIndexDoNotJoinTheHitsOfAnother) {
  index_sample();
  const std::string other = path("other");
  const std::string line = article_line("typo", "مينااء", "مينااء");
  ASSERT_EQ(fihris({"index", "--db", other, "-"}, {.input = line}).exit_code, 0);
  const std::string json = fihris({"search", "--db", db(), "--db", other, "--json", "مينااء"}).out;
  EXPECT_THAT(json, HasSubstr("\"id\":\"typo\""));
  EXPECT_THAT(json, Not(HasSubstr("\"corrected\"")));
}

// Runs the command at a terminal of this size; what the terminal showed.
std::string at_terminal(std::vector<std::string> arguments, winsize size,
                        const std::vector<std::array<const char*, 2>>& environment) {
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    for (const auto& [name, value] : environment) ::setenv(name, value, 1);
    std::vector<char*> argv;
    arguments.insert(arguments.begin(), FIHRIS_BINARY);
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  std::string shown;
  std::array<char, 4096> piece{};
  for (ssize_t got = 0; (got = ::read(terminal, piece.data(), piece.size())) > 0;)
    shown.append(piece.data(), static_cast<std::size_t>(got));
  ::close(terminal);
  ::waitpid(child, nullptr, 0);
  return shown;
}

class AtTerminal : public CommandLine {
 protected:
  std::string search(winsize size, const std::vector<std::array<const char*, 2>>& environment) {
    return at_terminal({"search", "--db", db(), "ميناء"}, size, environment);
  }
};

TEST_F(AtTerminal, UsesColourUnlessTheTerminalIsDumb) {
  index_sample();
  EXPECT_THAT(search({50, 80, 0, 0}, {{"TERM", "xterm"}, {"NO_COLOR", ""}}),
              HasSubstr("\x1b[1;33m"));
  EXPECT_THAT(search({50, 80, 0, 0}, {{"TERM", "dumb"}, {"NO_COLOR", ""}}), Not(HasSubstr("\x1b")));
}

TEST_F(AtTerminal, FillsLinesToItsWidth) {
  std::string body;
  for (int i = 0; i < 30; ++i) body += "ميناء ";
  index_lines(article_line("port", "ميناء", body));
  const std::string narrow = search({50, 30, 0, 0}, {{"TERM", "dumb"}});
  const std::string wide = search({50, 120, 0, 0}, {{"TERM", "dumb"}});
  EXPECT_GT(lines_of(narrow).size(), lines_of(wide).size() + 3);
}

TEST_F(AtTerminal, ShowsByWayOfAPagerWhatDoesNotFit) {
  index_sample();
  EXPECT_THAT(search({3, 80, 0, 0}, {{"TERM", "xterm"}, {"FIHRIS_PAGER", "sed s/^/page:/"}}),
              HasSubstr("page:1. "));
  EXPECT_THAT(search({50, 80, 0, 0}, {{"TERM", "xterm"}, {"FIHRIS_PAGER", "sed s/^/page:/"}}),
              Not(HasSubstr("page:")));
  EXPECT_THAT(search({3, 80, 0, 0}, {{"TERM", "dumb"}, {"FIHRIS_PAGER", "sed s/^/page:/"}}),
              Not(HasSubstr("page:")));
}

TEST_F(AtTerminal, ShowsItselfWhatNoPagerTakes) {
  index_sample();
  EXPECT_THAT(search({3, 80, 0, 0}, {{"TERM", "xterm"}, {"FIHRIS_PAGER", "/no/such/pager"}}),
              HasSubstr("1. "));
}

}  // namespace
}  // namespace fihris::testing
