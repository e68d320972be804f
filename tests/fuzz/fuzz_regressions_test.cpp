// The checks of the fuzz targets over hand-made hostile inputs and over what the targets once
// found: regressions/TARGET/*, the bytes as libFuzzer wrote them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "checks.h"
#include "hostile_inputs.h"
#include "scratch_directory.h"

namespace fihris::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<HostileInput> recorded(std::string_view target) {
  const fs::path folder = fs::path(FIHRIS_SOURCE_DIR) / "tests/fuzz/regressions" / target;
  std::vector<HostileInput> inputs;
  if (!fs::is_directory(folder)) return inputs;
  for (const auto& entry : fs::directory_iterator(folder)) {
    inputs.push_back({entry.path().filename().string(), testing::read_whole(entry.path())});
  }
  std::sort(inputs.begin(), inputs.end(),
            [](const HostileInput& a, const HostileInput& b) { return a.name < b.name; });
  return inputs;
}

void expect_holds(const Target& target, const std::string& name, const std::string& bytes) {
  try {
    target.check(bytes);
  } catch (const std::exception& broken) {
    ADD_FAILURE() << name << ": " << broken.what();
  }
}

class FuzzRegressions : public ::testing::TestWithParam<Target> {};

TEST_P(FuzzRegressions, HoldOnWhatWasFoundOnce) {
  for (const HostileInput& input : recorded(GetParam().name)) {
    expect_holds(GetParam(), input.name, input.bytes);
  }
}

TEST_P(FuzzRegressions, HoldOnHostileInputs) {
  for (const HostileInput& input : hostile_inputs()) {
    expect_holds(GetParam(), input.name, input.bytes);
    // Behind a line of words, which is the query for `highlight` and the title for pages.
    expect_holds(GetParam(), input.name + ", second", "نفط وغاز ب a 1\n" + input.bytes);
  }
}

// Where the format has a place for text, that text is hostile.
TEST_P(FuzzRegressions, HoldOnHostileTextInsideARecord) {
  for (const HostileInput& input : hostile_inputs()) {
    std::string text;
    for (const char c : input.bytes) {
      if (c == '"' || c == '\\') text += '\\';
      text += c == '\n' ? ' ' : c;
    }
    expect_holds(GetParam(), input.name,
                 R"({"id":"1","title":")" + text + R"(","body":"نفط","tags":[")" + text + "\"]}");
    expect_holds(GetParam(), input.name,
                 "<html><title>نفط</title><body><h1>" + text + "</h1><p>" + text + "</p></html>");
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, FuzzRegressions, ::testing::ValuesIn(kTargets),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace fihris::fuzz
