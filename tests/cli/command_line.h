// What the tests of the command share: a scratch folder, the binary, small articles.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "process.h"
#include "scratch_directory.h"

namespace fihris::testing {

// A folder of its own for each test, removed afterwards.
class CommandLine : public ::testing::Test {
 protected:
  // Runs `fihris ARGUMENTS…`.
  static ProcessResult fihris(std::vector<std::string> arguments,
                              const ProcessOptions& options = {});

  const std::filesystem::path& folder() const { return scratch_.path(); }
  std::string path(std::string_view name) const { return (scratch_ / name).string(); }
  std::string db() const { return path("index"); }
  // Writes a file below the scratch folder and returns its path.
  std::string write(std::string_view name, std::string_view content) const;
  // Indexes these JSON Lines into db(); fails the test when that fails.
  void index_lines(const std::string& lines) const;
  // index_lines() with the three articles below.
  void index_sample() const;
  // Ids of the hits of `fihris search --json …`, best first.
  std::vector<std::string> search_ids(std::vector<std::string> query) const;

 private:
  TemporaryDirectory scratch_{ScratchPlace::kDisk, "fihris cli "};  // a space, on purpose
};

std::string article_line(std::string_view id, std::string_view title, std::string_view body);

// Three articles: "minister" (a minister of defence), "library" (libraries), "port" (a port; no
// minister, no library).
std::string sample_lines();

std::vector<std::string> lines_of(std::string_view text);

}  // namespace fihris::testing

// The contract for failures: one line on standard error, "fihris: …", nothing on standard output.
#define EXPECT_COMPLAINT(result, code)                                               \
  do {                                                                               \
    EXPECT_EQ((result).exit_code, (code)) << (result).err;                           \
    EXPECT_EQ((result).out, "");                                                     \
    EXPECT_EQ(::fihris::testing::lines_of((result).err).size(), 1U) << (result).err; \
    EXPECT_THAT((result).err, ::testing::StartsWith("fihris: "));                    \
  } while (false)
