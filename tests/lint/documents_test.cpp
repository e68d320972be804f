// What the documents say about the code and the scripts must be true.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <sstream>
#include <vector>

#include "fihris/store/fields.h"
#include "source_tree.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;

// The text between a line that starts with "```LANGUAGE" and the closing fence; empty when there is
// none.
std::string code_block(const std::string& markdown, const std::string& language) {
  const std::size_t fence = markdown.find("\n```" + language + "\n");
  if (fence == std::string::npos) return "";
  const std::size_t begin = fence + language.size() + 5;
  const std::size_t end = markdown.find("\n```\n", begin);
  return end == std::string::npos ? "" : markdown.substr(begin, end + 1 - begin);
}

TEST(Documents, ReadmeShowsTheProgramThatTheInstallTestsRun) {
  const std::string program = read_text(checkout() / "tests/install/consumer/main.cpp");
  ASSERT_FALSE(program.empty());
  EXPECT_TRUE(code_block(read_text(checkout() / "README.md"), "cpp") == program)
      << "README.md's first cpp block is not tests/install/consumer/main.cpp";
}

TEST(Documents, ReadmeNamesEveryPackageTheBuildInstalls) {
  const std::string readme = read_text(checkout() / "README.md");
  const std::string script = read_text(checkout() / "cmake/prepare.sh");
  const std::size_t begin = script.find("packages=(");
  ASSERT_NE(begin, std::string::npos);
  std::istringstream list(script.substr(begin + 10, script.find(')', begin) - begin - 10));
  int count = 0;
  for (std::string package; list >> package; ++count)
    EXPECT_THAT(readme, HasSubstr("`" + package + "`"));
  EXPECT_GT(count, 10);
}

TEST(Documents, ArchitectureDescribesEveryRoom) {
  const std::string text = read_text(checkout() / "docs/architecture.md");
  for (const std::string_view room : kLibraries)
    EXPECT_THAT(text, HasSubstr("`" + std::string(room) + "/`"));
  for (const std::string_view room : kPrograms)
    EXPECT_THAT(text, HasSubstr("`" + std::string(room) + "/`"));
}

// Paths of files in a text; those with … or * name several and are left out, as are links
// elsewhere, what a build makes, and what lies beside the checkout.
std::vector<std::string> paths_in(const std::string& text) {
  static const std::regex path(
      R"((^|[\s`(<"])([A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*/[A-Za-z0-9_-][A-Za-z0-9_.-]*\.[a-z]+)[`)>",;:.#\s])");
  std::vector<std::string> paths;
  for (std::sregex_iterator match(text.begin(), text.end(), path), end; match != end; ++match) {
    const std::string found = (*match)[2];
    if (!found.starts_with("build/") && !found.starts_with("../")) paths.push_back(found);
  }
  return paths;
}

TEST(Documents, PathsForThoseWhoTakeOverExist) {
  for (const char* name : {"CONTRIBUTING.md", "docs/architecture.md"}) {
    const std::filesystem::path document = checkout() / name;
    const std::vector<std::string> paths = paths_in(read_text(document));
    EXPECT_GT(paths.size(), 20U) << name;
    for (const std::string& path : paths) {
      const bool found = std::filesystem::exists(checkout() / path) ||
                         std::filesystem::exists(document.parent_path() / path);
      EXPECT_TRUE(found) << name << " names " << path;
    }
  }
}

TEST(Documents, ArchitectureDescribesEveryRoomWithin) {
  const std::string text = read_text(checkout() / "docs/architecture.md");
  std::vector<std::string_view> rooms(std::begin(kLibraries), std::end(kLibraries));
  rooms.push_back("server");  // the program that has rooms within
  for (const std::string_view room : rooms) {
    const std::string folder = std::string(room) + "/src/";
    for (const auto& entry : std::filesystem::directory_iterator(checkout() / folder)) {
      if (!entry.is_directory()) continue;
      EXPECT_THAT(text, HasSubstr("| `" + folder + entry.path().filename().string() + "/` | "));
    }
  }
}

TEST(Documents, ReadmeDescribesEveryCommandOfTheProgram) {
  const std::string readme = read_text(checkout() / "README.md");
  const std::regex registration(R"re(add_command<[A-Za-z]+>\(app, action, "([a-z]+)")re");
  int commands = 0;
  for (const SourceFile& file : sources_below("cli")) {
    for (const std::string& line : file.lines) {
      std::smatch match;
      if (!std::regex_search(line, match, registration)) continue;
      ++commands;
      EXPECT_THAT(readme, HasSubstr("fihris " + match[1].str()));
    }
  }
  EXPECT_GE(commands, 10);
}

// One blank for each run of blanks and line ends.
std::string unwrapped(const std::string& text) {
  return std::regex_replace(text, std::regex("\\s+"), " ");
}

TEST(Documents, NameEveryFieldThatAQueryCanName) {
  const std::string readme = read_text(checkout() / "README.md");
  const std::string language = read_text(checkout() / "docs/query-language.md");
  for (const FieldSpec& field : kFields) {
    if (field.name.empty()) continue;
    for (const std::string_view name : {field.name, field.arabic_name}) {
      EXPECT_THAT(readme, HasSubstr(std::string(name) + ':'));
      EXPECT_THAT(language, HasSubstr('`' + std::string(name) + ':'));
    }
    if (field.facet != FacetField::kNone) {
      EXPECT_THAT(language, HasSubstr('`' + std::string(field.name) + '`'));
    }
  }
}

TEST(Documents, IndexFormatHasEveryFieldOfTheTable) {
  const std::string format = unwrapped(read_text(checkout() / "docs/index-format.md"));
  std::vector<FieldSpec> record(kFields.begin(), kFields.end());
  std::sort(record.begin(), record.end(),
            [](const FieldSpec& a, const FieldSpec& b) { return a.record < b.record; });
  std::vector<std::string_view> names;
  for (const FieldSpec& field : record) {
    const bool unnamed = field.json_name.empty();
    const std::string_view member = field.text == &Article::extra ? "extra" : "document";
    names.push_back(unnamed ? member : field.json_name);
    if (!field.prefix.empty()) {
      EXPECT_THAT(format, HasSubstr('`' + std::string(field.prefix) + '`'));
    }
  }
  EXPECT_THAT(format, HasSubstr("In this order: " + enumerated(names, "and")));
}

}  // namespace
}  // namespace fihris::testing
