#include "watchdog.h"

#include <gtest/gtest.h>

#include "exit_code.h"

namespace fihris::cli {
namespace {

using namespace std::chrono_literals;

class WatchdogDeathTest : public ::testing::Test {
 protected:
  void SetUp() override { ::testing::GTEST_FLAG(death_test_style) = "threadsafe"; }
};

TEST_F(WatchdogDeathTest, EndsASearchThatDoesNotComeBack) {
  const auto hang = [] {
    const Watchdog watchdog(0.01, "archive", 0.01s);
    std::this_thread::sleep_for(60s);
  };
  EXPECT_EXIT(hang(), ::testing::ExitedWithCode(kIndexTrouble), "archive.*may be damaged.*check");
}

TEST(Watchdog, LetsGoOfASearchThatComesBack) {
  { const Watchdog watchdog(3600, "archive"); }
  { const Watchdog none(0, "archive", 0s); }
}

}  // namespace
}  // namespace fihris::cli
