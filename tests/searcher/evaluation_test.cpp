// Relevance measures, worked out by hand.
#include "fihris/searcher/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "fihris/store/error.h"
#include "scratch_directory.h"

namespace fihris {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

TEST(Evaluation, GradedGainsAreDiscountedByRank) {
  const Qrels qrels = {{"q", {{"a", 3}, {"b", 2}, {"c", 0}, {"d", 1}}}};
  const Measures m = evaluate(qrels, {{"q", {"b", "c", "a"}}});
  const double ideal = 7 + 3 / std::log2(3.0) + 1 / 2.0;
  EXPECT_DOUBLE_EQ(m.ndcg10, (3 + 7 / 2.0) / ideal);
  EXPECT_DOUBLE_EQ(m.mrr10, 1);
  EXPECT_DOUBLE_EQ(m.recall10, 2 / 3.0);
  EXPECT_DOUBLE_EQ(m.recall100, 2 / 3.0);
  EXPECT_DOUBLE_EQ(m.map, (1.0 + 2 / 3.0) / 3);
  EXPECT_EQ(m.queries, 1U);
}

TEST(Evaluation, LooksAsDeepAsTheMeasureSays) {
  std::vector<std::string> ranking(120, "x");
  ranking[10] = "late";
  ranking[110] = "last";
  const Measures m = evaluate({{"q", {{"late", 1}, {"last", 1}}}}, {{"q", ranking}});
  EXPECT_DOUBLE_EQ(m.ndcg10, 0);
  EXPECT_DOUBLE_EQ(m.mrr10, 0);
  EXPECT_DOUBLE_EQ(m.recall10, 0);
  EXPECT_DOUBLE_EQ(m.recall100, 0.5);
  EXPECT_DOUBLE_EQ(m.map, (1 / 11.0 + 2 / 111.0) / 2);
}

TEST(Evaluation, IdealRankingsStopAtTenAsWell) {
  Qrels qrels;
  std::vector<std::string> ranking;
  for (int i = 0; i < 15; ++i) {
    ranking.push_back("a" + std::to_string(i));
    qrels["q"][ranking.back()] = 1;
  }
  const Measures m = evaluate(qrels, {{"q", ranking}});
  EXPECT_DOUBLE_EQ(m.ndcg10, 1);
  EXPECT_DOUBLE_EQ(m.recall10, 10 / 15.0);
  EXPECT_DOUBLE_EQ(m.map, 1);
}

TEST(Evaluation, AveragesOverJudgedQueriesWithARelevantArticle) {
  const Qrels qrels = {{"found", {{"a", 1}}}, {"missed", {{"b", 1}}}, {"hopeless", {{"c", 0}}}};
  const Measures m = evaluate(qrels, {{"found", {"a"}}, {"unjudged", {"a"}}, {"hopeless", {"c"}}});
  EXPECT_EQ(m.queries, 2U);
  EXPECT_DOUBLE_EQ(m.ndcg10, 0.5);
  EXPECT_DOUBLE_EQ(m.mrr10, 0.5);
}

TEST(Evaluation, OfNothingIsZero) {
  const Measures m = evaluate({}, {});
  EXPECT_EQ(m.queries, 0U);
  EXPECT_DOUBLE_EQ(m.ndcg10, 0);
}

class JudgementFiles : public ::testing::Test {
 protected:
  std::filesystem::path file(const std::string& content) const {
    const std::filesystem::path path = scratch_ / "input.txt";
    testing::write_file(path, content);
    return path;
  }

  template <class Read>
  std::string complaint(const std::string& content, Read read) const {
    try {
      read(file(content));
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kInputOutput);
      return error.what();
    }
    return "none";
  }

  testing::TemporaryDirectory scratch_;
};

TEST_F(JudgementFiles, QueriesAreIdTabText) {
  EXPECT_THAT(read_queries(file("\xEF\xBB\xBFq1\tنفط غاز\r\n\nq2\tسد\tالنهضة\n")),
              ElementsAre(Pair("q1", "نفط غاز"), Pair("q2", "سد\tالنهضة")));
}

TEST_F(JudgementFiles, QrelsAreFourColumns) {
  const Qrels qrels = read_qrels(file("q1 0 a 2\nq1\t0\tb\t0\r\n\nq2 0 a -1\n"));
  EXPECT_EQ(qrels, (Qrels{{"q1", {{"a", 2}, {"b", 0}}}, {"q2", {{"a", -1}}}}));
}

TEST_F(JudgementFiles, ComplaintsNameFileAndLine) {
  EXPECT_THAT(complaint("q1\tنفط\nبلا جدول\n", read_queries), HasSubstr("input.txt:2: expected"));
  EXPECT_THAT(complaint("\tنفط\n", read_queries), HasSubstr("input.txt:1: expected"));
  EXPECT_THAT(complaint("q1 0 a 1\nq1 0 a\n", read_qrels), HasSubstr("input.txt:2: expected"));
  EXPECT_THAT(complaint("q1 0 a viel\n", read_qrels), HasSubstr("input.txt:1: expected"));
  EXPECT_THAT(complaint("q1 0 a 1 2\n", read_qrels), HasSubstr("input.txt:1: expected"));
}

TEST_F(JudgementFiles, ThatAreMissingAreNamed) {
  try {
    read_qrels(scratch_ / "nowhere.txt");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("nowhere.txt"));
  }
}

}  // namespace
}  // namespace fihris
