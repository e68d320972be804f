// Scraped pages and the articles they must come out as: golden/NAME.page.txt and
// golden/NAME.article.txt. FIHRIS_REWRITE_GOLDEN=1 in the environment writes the second anew from
// what the cleaner makes of the first.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "fihris/indexer/cleaner.h"
#include "reader_files.h"

namespace fihris::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kGolden = fs::path(FIHRIS_SOURCE_DIR) / "tests/indexer/golden";
constexpr std::string_view kPage = ".page.txt";

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(kGolden)) {
    const std::string name = entry.path().filename().string();
    if (name.size() > kPage.size() && name.substr(name.size() - kPage.size()) == kPage) {
      found.push_back(name.substr(0, name.size() - kPage.size()));
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string printed(const Article& article) {
  std::string out;
  const auto field = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += std::string(name) + ": " + value + '\n';
  };
  field("title", article.title);
  field("section", article.section);
  field("date", article.date);
  field("author", article.author);
  for (const std::string& tag : article.tags) field("tag", tag);
  for (const std::string& agency : article.agencies) field("agency", agency);
  if (!article.summary.empty()) out += "summary:\n" + article.summary + '\n';
  return out + "body:\n" + article.body + '\n';
}

class GoldenPage : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenPage, BecomesItsArticle) {
  const std::string page = read_whole(kGolden / (GetParam() + std::string(kPage)));
  const fs::path file = kGolden / (GetParam() + ".article.txt");
  const std::string made = printed(clean_page(page));
  if (std::getenv("FIHRIS_REWRITE_GOLDEN") != nullptr)
    std::ofstream(file, std::ios::binary) << made;
  EXPECT_EQ(made, read_whole(file));
}

INSTANTIATE_TEST_SUITE_P(Pages, GoldenPage, ::testing::ValuesIn(names()),
                         [](const auto& test) { return test.param; });

}  // namespace
}  // namespace fihris::testing
