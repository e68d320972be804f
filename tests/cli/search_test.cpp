// fihris search: text, JSON, batches; arguments that look like options and are not.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "command_line.h"

namespace fihris::testing {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class CommandLineSearch : public CommandLine {
 protected:
  void SetUp() override { index_sample(); }
  ProcessResult search(std::vector<std::string> arguments,
                       const ProcessOptions& options = {}) const {
    arguments.insert(arguments.begin(), {"search", "--db", db()});
    return fihris(arguments, options);
  }
};

TEST_F(CommandLineSearch, PrintsHitsWithMarkedWordsInLogicalOrder) {
  const ProcessResult result = search({"وزير", "الدفاع"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out, AllOf(HasSubstr("زيارة"), HasSubstr("[وزير]"), Not(HasSubstr("\033["))));
}

TEST_F(CommandLineSearch, NothingFoundIsExitCodeOne) {
  EXPECT_EQ(search({"زرافة"}).exit_code, 1);
  const ProcessResult json = search({"--json", "زرافة"});
  EXPECT_EQ(json.exit_code, 1);
  EXPECT_THAT(nlohmann::json::parse(json.out).at("hits"), IsEmpty());
}

TEST_F(CommandLineSearch, CorrectsUnlessToldNotTo) {
  const ProcessResult corrected = search({"--json", "السفينت"});
  EXPECT_EQ(corrected.exit_code, 0);
  EXPECT_EQ(nlohmann::json::parse(corrected.out).at("corrected").at("reason"), "spelling");
  EXPECT_EQ(search({"--no-correct", "السفينت"}).exit_code, 1);
  EXPECT_EQ(search({"--correct", "none", "السفينت"}).exit_code, 1);
  EXPECT_EQ(search({"--correct", "keyboard,latin", "السفينت"}).exit_code, 1);
  EXPECT_EQ(search({"--correct=latin,spelling", "السفينت"}).exit_code, 0);
  EXPECT_COMPLAINT(search({"--correct", "magic", "سفينة"}), 2);
}

TEST_F(CommandLineSearch, ShowsTheBestOfEachValueWhenAskedTo) {
  std::string lines;
  for (const std::string id : {"x", "y", "z"}) {
    const std::string source = id == "z" ? "مرفأ" : "برق";
    lines += nlohmann::json{{"id", id}, {"body", "زنجبيل " + id}, {"source", source}}.dump() + '\n';
  }
  index_lines(lines);
  const auto hits = [&](const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"--json", "زنجبيل"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return nlohmann::json::parse(search(arguments).out).at("hits").size();
  };
  EXPECT_EQ(hits({}), 3U);
  EXPECT_EQ(hits({"--distinct", "source"}), 2U);
  EXPECT_EQ(fihris({"settings", "--db", db(), "distinctAttribute=source"}).exit_code, 0);
  EXPECT_EQ(hits({}), 2U);
  EXPECT_EQ(hits({"--distinct", "none"}), 3U);
  EXPECT_COMPLAINT(search({"--distinct", "nothing", "زنجبيل"}), 2);
}

TEST_F(CommandLineSearch, ExplainsWhyNothingIsFound) {
  EXPECT_THAT(search({"زرافة"}).out, HasSubstr("زرافة: not in the index"));
  EXPECT_THAT(search({"--filter", "date:1801", "سفينة"}).out,
              HasSubstr("without the filter date:1801"));
}

TEST_F(CommandLineSearch, NoQueryIsAUsageError) { EXPECT_COMPLAINT(search({}), 2); }

TEST_F(CommandLineSearch, EmptyQueryListsEverything) {
  const ProcessResult result = search({""});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, Not(HasSubstr("[")));
  EXPECT_THAT(search_ids({"؟", "!"}),
              SizeIs(lines_of(fihris({"export", "--db", db()}).out).size()));
}

TEST_F(CommandLineSearch, MatchesAnyAllOrTheFirstWords) {
  EXPECT_THAT(search_ids({"سفينة", "مكتبة"}), UnorderedElementsAre("library", "port"));
  EXPECT_EQ(search({"--all", "سفينة", "مكتبة"}).exit_code, 1);
  EXPECT_EQ(search({"--matching", "all", "سفينة", "مكتبة"}).exit_code, 1);
  EXPECT_THAT(search_ids({"--matching", "last", "سفينة", "مكتبة"}), ElementsAre("port"));
  EXPECT_COMPLAINT(search({"--matching", "some", "سفينة"}), 2);
}

TEST_F(CommandLineSearch, SaysWhenTheTimeLimitCameFirst) {
  EXPECT_THAT(search({"--timeout", "0.000001", "سفينة"}).out, HasSubstr("time limit"));
  EXPECT_EQ(search({"--timeout", "0", "سفينة"}).exit_code, 0);
  EXPECT_COMPLAINT(search({"--timeout", "-1", "سفينة"}), 2);
}

TEST_F(CommandLineSearch, ColoursOnlyWhenAsked) {
  EXPECT_THAT(search({"--color=always", "سفينة"}).out, HasSubstr("\033["));
  EXPECT_THAT(search({"--color=never", "سفينة"}).out, Not(HasSubstr("\033[")));
  EXPECT_COMPLAINT(search({"--color=sometimes", "سفينة"}), 2);
}

TEST_F(CommandLineSearch, JsonIsOneLineWithTheContractsNames) {
  const ProcessResult result = search({"--json", "--limit", "1", "وزير"});
  EXPECT_EQ(lines_of(result.out).size(), 1U);
  const auto json = nlohmann::json::parse(result.out);
  for (const char* name : {"query", "hits", "offset", "limit", "estimatedTotalHits", "exhaustive",
                           "processingTimeMs"}) {
    EXPECT_TRUE(json.contains(name)) << name;
  }
  ASSERT_EQ(json.at("hits").size(), 1U);
  const auto& hit = json.at("hits").at(0);
  EXPECT_EQ(hit.at("id"), "minister");
  EXPECT_THAT(hit.at("_formatted").at("title").get<std::string>(), HasSubstr("<mark>وزير</mark>"));
}

TEST_F(CommandLineSearch, MarksAnotherWordOfAMissingWordsFamily) {
  index_lines(article_line("lesson", "درس في الحديقة", "ألقى الأستاذ درسا عن الطيور"));
  const ProcessResult result = search({"--json", "الطيور", "المدرسة"});
  const auto hit = nlohmann::json::parse(result.out).at("hits").at(0);
  EXPECT_EQ(hit.at("id"), "lesson");
  EXPECT_EQ(hit.at("matchTier"), "family");
  EXPECT_THAT(hit.at("_formatted").at("title").get<std::string>(), HasSubstr("<mark>درس</mark>"));
  EXPECT_THAT(hit.at("_formatted").at("snippet").get<std::string>(),
              AllOf(HasSubstr("<mark>درسا</mark>"), HasSubstr("<mark>الطيور</mark>")));
}

TEST_F(CommandLineSearch, OptionsMayStandAfterTheQuery) {
  const ProcessResult result = fihris({"search", "وزير", "--json", "--db", db()});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(nlohmann::json::parse(result.out).at("query"), "وزير");
}

TEST_F(CommandLineSearch, WordsOfTheQueryAreNeverTakenAsOptionsOrCommands) {
  EXPECT_THAT(search_ids({"سفينة", "مكتبة", "-طرطوس"}), ElementsAre("library"));
  EXPECT_THAT(search_ids({"-طرطوس سفينة مكتبة"}), ElementsAre("library"));
  EXPECT_THAT(search_ids({"[سفينة]"}), ElementsAre("port"));
  EXPECT_THAT(search_ids({"--", "--سفينة"}), ElementsAre("port"));
  for (const std::string command : {"index", "search", "export"}) {
    const ProcessResult result = search({command, "--json"});
    EXPECT_LE(result.exit_code, 1) << command;
    EXPECT_EQ(nlohmann::json::parse(result.out).at("query"), command);
  }
}

TEST_F(CommandLineSearch, InvalidUtf8InTheQueryIsRepaired) {
  const ProcessResult result = search({"--json", "سفينة\xFF\xD9"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_TRUE(nlohmann::json::accept(result.out)) << result.out;
}

TEST_F(CommandLineSearch, LimitAndOffsetPage) {
  const std::vector<std::string> all = search_ids({"وزير", "مكتبة", "سفينة"});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_THAT(search_ids({"--limit", "1", "--offset", "1", "وزير", "مكتبة", "سفينة"}),
              ElementsAre(all[1]));
  const ProcessResult counted = search({"--json", "--limit", "0", "وزير"});
  EXPECT_EQ(counted.exit_code, 0);
  EXPECT_EQ(nlohmann::json::parse(counted.out).at("estimatedTotalHits"), 1);
}

TEST_F(CommandLineSearch, FiltersMustAllHoldAndSortOrdersByDate) {
  const auto dated = [](std::string_view id, std::string_view date, std::string_view source) {
    return nlohmann::json{
               {"id", id}, {"title", "حصان"}, {"body", "حصان"}, {"date", date}, {"source", source}}
               .dump() +
           "\n";
  };
  index_lines(dated("a", "2025-01-10", "وكالة") + dated("b", "2025-03-10", "وكالة") +
              dated("c", "2025-02-10", "جريدة"));
  EXPECT_THAT(search_ids({"--sort", "date:asc", "حصان"}), ElementsAre("a", "c", "b"));
  EXPECT_THAT(search_ids({"--sort", "date:desc", "حصان"}), ElementsAre("b", "c", "a"));
  EXPECT_THAT(search_ids({"--filter", "source:وكالة", "حصان"}), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(search_ids({"--filter", "source:وكالة", "--filter", "date:2025-02..2025-12", "حصان"}),
              ElementsAre("b"));
  EXPECT_COMPLAINT(search({"--sort", "size", "حصان"}), 2);
  EXPECT_COMPLAINT(search({"--filter", "no field", "حصان"}), 2);
}

TEST_F(CommandLineSearch, TellsRelativeDatesFromTheDayGiven) {
  const auto dated = [](std::string_view id, std::string_view date) {
    return nlohmann::json{{"id", id}, {"title", "حصان"}, {"body", "حصان"}, {"date", date}}.dump() +
           "\n";
  };
  index_lines(dated("a", "2025-01-10") + dated("b", "2025-03-10"));
  EXPECT_THAT(search_ids({"--today", "2025-01-11", "حصان تاريخ:أمس"}), ElementsAre("a"));
  EXPECT_THAT(search_ids({"--today", "2025-04-01", "--filter", "date:\"last month\"", "حصان"}),
              ElementsAre("b"));
  EXPECT_THAT(search_ids({"--today", "2025-01-10", "--recency", "1", "حصان"}),
              ElementsAre("a", "b"));
  EXPECT_THAT(search_ids({"--today", "2025-03-10", "--recency", "1", "حصان"}),
              ElementsAre("b", "a"));
  const std::string queries = write("q.tsv", "q\tحصان تاريخ:أمس\n");
  EXPECT_THAT(search({"--batch", queries, "--today", "2025-03-11"}).out, HasSubstr("q Q0 b 1 "));
  EXPECT_COMPLAINT(search({"--today", "yesterday", "حصان"}), 2);
}

TEST_F(CommandLineSearch, BatchWritesATrecRun) {
  const std::string queries = write("q.tsv", "q1\tوزير الدفاع\nq2\tزرافة\nq3\tسفينة\n");
  const std::string run = path("out.run");
  const ProcessResult result = search({"--batch", queries, "--run", run, "--tag", "mine"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "");
  std::stringstream content;
  content << std::ifstream(run).rdbuf();
  const auto lines = lines_of(content.str());
  ASSERT_EQ(lines.size(), 2U) << content.str();
  EXPECT_THAT(lines[0], ContainsRegex("^q1 Q0 minister 1 [0-9]+\\.[0-9]{6} mine$"));
  EXPECT_THAT(lines[1], ContainsRegex("^q3 Q0 port 1 [0-9]+\\.[0-9]{6} mine$"));
}

TEST_F(CommandLineSearch, BatchRanksLikeTheSearch) {
  const std::string queries = write("q.tsv", "q\tوزير مكتبة سفينة\n");
  std::vector<std::string> ids;
  for (const std::string& line : lines_of(search({"--batch", queries}).out)) {
    std::istringstream columns(line);
    std::string id;
    columns >> id >> id >> id;
    ids.push_back(id);
  }
  EXPECT_EQ(ids, search_ids({"وزير", "مكتبة", "سفينة"}));
}

TEST_F(CommandLineSearch, BatchKeepsIdsWithSpacesInOneColumn) {
  index_lines(article_line("a b", "", "زرافة طويلة"));
  const std::string queries = write("q.tsv", "q\tزرافة\n");
  EXPECT_THAT(search({"--batch", queries}).out, HasSubstr("q Q0 a%20b 1 "));
}

TEST_F(CommandLineSearch, BatchThatCannotBeReadOrWrittenIsAnInputError) {
  EXPECT_COMPLAINT(search({"--batch", path("not there.tsv")}), 4);
  const std::string queries = write("q.tsv", "q\tوزير\n");
  EXPECT_COMPLAINT(search({"--batch", queries, "--run", path("no/such/folder/run")}), 4);
}

}  // namespace
}  // namespace fihris::testing
