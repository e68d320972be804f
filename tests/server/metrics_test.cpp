#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "fihris/store/error.h"
#include "metrics/access_log.h"
#include "metrics/registry.h"
#include "scratch_directory.h"

namespace fihris::testing {
namespace {

using server::http::Exchange;
using server::metrics::AccessLog;
using server::metrics::Kind;
using server::metrics::Registry;
using server::metrics::Sample;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kSearch = "/indexes/{uid}/search";

Exchange search(double seconds, int status = 200) {
  return {.method = "POST",
          .route = kSearch,
          .remote = "192.0.2.1",
          .query = "وزير",
          .index = "movies",
          .status = status,
          .bytes_in = 10,
          .bytes_out = 100,
          .seconds = seconds};
}

TEST(Metrics, RequestsAreCountedByRouteMethodAndStatus) {
  Registry registry;
  for (int i = 0; i < 3; ++i) registry.requests().count(search(.001));
  registry.requests().count(search(.001, 400));
  const std::string text = registry.text();
  EXPECT_THAT(text, HasSubstr("# TYPE fihris_http_requests_total counter\n"));
  EXPECT_THAT(text, HasSubstr("fihris_http_requests_total{route=\"/indexes/{uid}/search\","
                              "method=\"POST\",status=\"200\"} 3\n"));
  EXPECT_THAT(text, HasSubstr("status=\"400\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("fihris_http_received_bytes_total 40\n"));
  EXPECT_THAT(text, HasSubstr("fihris_http_sent_bytes_total 400\n"));
}

TEST(Metrics, BucketsHoldWhatTookNoLonger) {
  Registry registry;
  for (const double seconds : {.0001, .001, .004, 60.}) registry.requests().count(search(seconds));
  const std::string text = registry.text();
  const std::string row =
      "fihris_http_request_duration_seconds_bucket{route=\"/indexes/{uid}/search\",le=";
  EXPECT_THAT(text, HasSubstr(row + "\"0.0005\"} 1\n"));
  EXPECT_THAT(text, HasSubstr(row + "\"0.001\"} 2\n"));
  EXPECT_THAT(text, HasSubstr(row + "\"0.005\"} 3\n"));
  EXPECT_THAT(text, HasSubstr(row + "\"10\"} 3\n"));
  EXPECT_THAT(text, HasSubstr(row + "\"+Inf\"} 4\n"));
  EXPECT_THAT(text, HasSubstr("seconds_count{route=\"/indexes/{uid}/search\"} 4\n"));
  EXPECT_THAT(text, HasSubstr("seconds_sum{route=\"/indexes/{uid}/search\"} 60.0051\n"));
}

TEST(Metrics, ThreadsCountWithoutLosingAny) {
  Registry registry;
  auto& counter = registry.counter("fihris_corrections_total", "Corrected queries.");
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 1'000; ++k) {
        registry.requests().count(search(.001, 200 + k % 7));
        counter.add();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(registry.text(), HasSubstr("seconds_count{route=\"/indexes/{uid}/search\"} 4000\n"));
  EXPECT_THAT(registry.text(), HasSubstr("\nfihris_corrections_total 4000\n"));
}

TEST(Metrics, OthersAddFamiliesWithLabels) {
  Registry registry;
  registry.add({"fihris_index_articles", "Articles of an index.", Kind::kGauge, [] {
                  return std::vector<Sample>{{{{"index", "a\"b\\c\nd"}}, 30'000},
                                             {{{"index", "أرشيف"}}, 1.5}};
                }});
  const std::string text = registry.text();
  EXPECT_THAT(text, HasSubstr("# HELP fihris_index_articles Articles of an index.\n"
                              "# TYPE fihris_index_articles gauge\n"
                              "fihris_index_articles{index=\"a\\\"b\\\\c\\nd\"} 30000\n"
                              "fihris_index_articles{index=\"أرشيف\"} 1.5\n"));
}

TEST(Metrics, TheProcessIsSeen) {
  Registry registry;
  server::metrics::add_process(registry);
  const std::string text = registry.text();
  EXPECT_THAT(text, HasSubstr("\nprocess_resident_memory_bytes "));
  EXPECT_THAT(text, Not(HasSubstr("\nprocess_resident_memory_bytes 0\n")));
  EXPECT_THAT(text, HasSubstr("\nprocess_start_time_seconds 1"));
}

std::vector<nlohmann::json> lines_in(const std::filesystem::path& file) {
  std::istringstream text(read_whole(file));
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

TEST(AccessLog, HasALineForEachRequest) {
  const TemporaryDirectory scratch;
  const auto file = scratch / "access.log";
  {
    AccessLog log(file, false);
    log.add(search(.0125));
    log.add({.method = "GET", .route = "/health", .remote = "::1", .status = 200});
  }
  const auto lines = lines_in(file);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].at("remote"), "192.0.2.1");
  EXPECT_EQ(lines[0].at("method"), "POST");
  EXPECT_EQ(lines[0].at("route"), kSearch);
  EXPECT_EQ(lines[0].at("status"), 200);
  EXPECT_EQ(lines[0].at("bytes"), 100);
  EXPECT_EQ(lines[0].at("ms"), 12.5);
  EXPECT_EQ(lines[0].at("index"), "movies");
  EXPECT_FALSE(lines[0].contains("query"));
  EXPECT_FALSE(lines[1].contains("index"));
  EXPECT_THAT(lines[1].at("time").get<std::string>(),
              ::testing::MatchesRegex("....-..-..T..:..:..\\....Z"));
}

TEST(AccessLog, NamesQueriesOnlyWhenItIsTold) {
  const TemporaryDirectory scratch;
  { AccessLog(scratch / "access.log", true).add(search(.001)); }
  EXPECT_EQ(lines_in(scratch / "access.log").at(0).at("query"), "وزير");
}

TEST(AccessLog, GoesOnInANewFileWhenTheOldOneWasMovedAway) {
  const TemporaryDirectory scratch;
  const auto file = scratch / "access.log";
  AccessLog log(file, false);
  log.add(search(.001));
  std::filesystem::rename(file, scratch / "old.log");
  log.reopen();
  while (!std::filesystem::exists(file)) std::this_thread::yield();
  log.add(search(.001));
  while (lines_in(file).empty()) std::this_thread::yield();
  EXPECT_EQ(lines_in(scratch / "old.log").size(), 1U);
}

TEST(AccessLog, AFolderThatIsNotThereIsNamed) {
  const TemporaryDirectory scratch;
  EXPECT_THROW(AccessLog(scratch / "none" / "access.log", false), Error);
}

}  // namespace
}  // namespace fihris::testing
