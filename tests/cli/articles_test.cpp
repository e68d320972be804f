// fihris get, delete, export, eval.
#include <gmock/gmock.h>

#include <algorithm>

#include "command_line.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class CommandLineArticles : public CommandLine {
 protected:
  void SetUp() override { index_sample(); }
};

TEST_F(CommandLineArticles, GetPrintsTheArticleWithItsUnknownFields) {
  const std::string line = R"({"id":"x y","title":"عنوان","body":"نص","tags":["أ","ب"],"views":7})";
  index_lines(line + "\n");
  const ProcessResult result = fihris({"get", "--db", db(), "x y"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  const auto json = nlohmann::json::parse(result.out);
  const auto given = nlohmann::json::parse(line);
  for (const auto& [name, value] : given.items()) EXPECT_EQ(json.at(name), value) << name;
}

TEST_F(CommandLineArticles, GetOfAnUnknownIdIsNothingFound) {
  EXPECT_COMPLAINT(fihris({"get", "--db", db(), "nobody"}), 1);
}

TEST_F(CommandLineArticles, DeletedArticlesAreNotFoundAnyMore) {
  const ProcessResult result = fihris({"delete", "--db", db(), "port", "nobody"});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.out, "1 deleted\n");
  EXPECT_THAT(search_ids({"سفينة"}), IsEmpty());
  EXPECT_EQ(fihris({"get", "--db", db(), "port"}).exit_code, 1);
  EXPECT_THAT(search_ids({"مكتبة"}), ElementsAre("library"));
}

TEST_F(CommandLineArticles, DeletingOnlyUnknownIdsIsNothingFound) {
  const ProcessResult result = fihris({"delete", "--db", db(), "nobody"});
  EXPECT_EQ(result.exit_code, 1);
  EXPECT_EQ(result.out, "0 deleted\n");
}

std::vector<std::string> sorted_lines(const std::string& text) {
  std::vector<std::string> lines = lines_of(text);
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST_F(CommandLineArticles, ExportIndexedAgainGivesTheSameIndex) {
  index_lines(
      R"({"id":"x","title":"ذو حقول","body":"سطر أول\nسطر ثان","summary":"ملخص","date":"2025-12-23",)"
      R"("source":"وكالة","author":"كاتبة","section":"قسم","url":"https://example.org/x","lang":"ar",)"
      R"("tags":["وسم"],"views":7,"nested":{"a":[1,2.5,null]}})"
      "\n");
  fihris({"delete", "--db", db(), "port"});
  const ProcessResult first = fihris({"export", "--db", db()});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(lines_of(first.out).size(), 3U);
  const std::string copy = path("copy");
  ASSERT_EQ(fihris({"index", "--db", copy, "-"}, {.input = first.out}).exit_code, 0);
  EXPECT_EQ(sorted_lines(fihris({"export", "--db", copy}).out), sorted_lines(first.out));
  const auto search = [](const std::string& index) {
    auto json = nlohmann::json::parse(
        fihris({"search", "--json", "--db", index, "وزير مكتبة وسم سطر"}).out);
    json.erase("processingTimeMs");
    return json;
  };
  const auto before = search(db());
  const auto again = search(copy);
  EXPECT_EQ(again.at("hits").size(), 3U);
  for (const auto& hit : before.at("hits")) {
    EXPECT_TRUE(std::any_of(again.at("hits").begin(), again.at("hits").end(),
                            [&hit](const auto& other) {
                              return other.at("id") == hit.at("id") &&
                                     other.at("snippets") == hit.at("snippets");
                            }))
        << hit;
  }
}

TEST_F(CommandLineArticles, EvalMeasuresTheRanking) {
  const std::string queries = write("q.tsv", "q1\tوزير الدفاع\nq2\tسفينة\n");
  const std::string qrels = write("r.txt", "q1 0 minister 2\nq2 0 library 1\n");
  const ProcessResult text = fihris({"eval", "--db", db(), "--queries", queries, "--qrels", qrels});
  EXPECT_EQ(text.exit_code, 0) << text.err;
  EXPECT_THAT(text.out, StartsWith("nDCG@10  0.5000\nMRR@10   0.5000\n"));
  const ProcessResult json =
      fihris({"eval", "--json", "--db", db(), "--queries", queries, "--qrels", qrels});
  const auto measures = nlohmann::json::parse(json.out);
  EXPECT_DOUBLE_EQ(measures.at("ndcg@10"), 0.5);
  EXPECT_DOUBLE_EQ(measures.at("map"), 0.5);
  EXPECT_EQ(measures.at("queries"), 2);
}

TEST_F(CommandLineArticles, EvalWithoutAJudgedQueryIsNothingFound) {
  const std::string queries = write("q.tsv", "q1\tوزير\n");
  const std::string qrels = write("r.txt", "");
  EXPECT_EQ(fihris({"eval", "--db", db(), "--queries", queries, "--qrels", qrels}).exit_code, 1);
}

TEST_F(CommandLineArticles, EvalOfBadFilesIsAnInputErrorThatNamesFileAndLine) {
  const std::string queries = write("q.tsv", "q1\tوزير\n");
  const std::string qrels = write("r.txt", "q1 0 minister 1\nq1 zero\n");
  const ProcessResult result =
      fihris({"eval", "--db", db(), "--queries", queries, "--qrels", qrels});
  EXPECT_COMPLAINT(result, 4);
  EXPECT_THAT(result.err, ::testing::HasSubstr(qrels + ":2"));
  EXPECT_COMPLAINT(fihris({"eval", "--db", db(), "--queries", path("none"), "--qrels", qrels}), 4);
}

}  // namespace
}  // namespace fihris::testing
