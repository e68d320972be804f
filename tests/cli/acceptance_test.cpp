// The acceptance rows in ../shared/acceptance, run through the command.
#include <gmock/gmock.h>

#include <fstream>

#include "command_line.h"

namespace fihris::testing {
namespace {

using Row = std::vector<std::string>;

// Tab-separated rows without the comment lines; nothing when the file is not there.
std::vector<Row> read_rows(const std::string& name) {
  std::ifstream file(std::string(FIHRIS_SHARED_DIR "/acceptance/") + name);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    Row row(1);
    for (const char c : line) {
      if (c == '\t') {
        row.emplace_back();
      } else {
        row.back().push_back(c);
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

class Acceptance : public CommandLine {
 protected:
  // Indexes the article texts of the rows (second column) under the row's number.
  void index_rows(const std::vector<Row>& rows) const {
    std::string lines;
    for (std::size_t i = 0; i < rows.size(); ++i)
      lines += article_line(std::to_string(i), "", rows[i].at(1));
    index_lines(lines);
  }

  // The hit with that id among the query's hits, or null.
  nlohmann::json hit(const std::string& query, const std::string& id) const {
    const ProcessResult result =
        fihris({"search", "--json", "--limit", "1000", "--db", db(), "--", query});
    EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 1) << result.err;
    const auto results = nlohmann::json::parse(result.out);
    for (const auto& found : results.at("hits")) {
      if (found.at("id") == id) return found;
    }
    return nullptr;
  }
};

TEST_F(Acceptance, QueriesFindTheArticlesTheyShould) {
  const auto rows = read_rows("matching.tsv");
  if (rows.empty()) GTEST_SKIP() << "no ../shared/acceptance/matching.tsv";
  index_rows(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool expected = rows[i].at(2) == "yes";
    EXPECT_EQ(!hit(rows[i][0], std::to_string(i)).is_null(), expected)
        << rows[i][0] << " | " << rows[i][1] << " | " << rows[i].back();
  }
}

TEST_F(Acceptance, WordsMeetTheirForms) {
  const auto rows = read_rows("words.tsv");
  if (rows.empty()) GTEST_SKIP() << "no ../shared/acceptance/words.tsv";
  index_rows(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool expected = rows[i].at(2) == "yes";
    EXPECT_EQ(!hit(rows[i][0], std::to_string(i)).is_null(), expected)
        << rows[i][0] << " | " << rows[i][1] << " | " << rows[i].back();
  }
}

// The part of UTF-8 `text` between two offsets in code points.
std::string code_points(const std::string& text, std::size_t begin, std::size_t end) {
  std::string part;
  std::size_t index = 0;
  for (const char c : text) {
    const bool continuation = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!continuation) ++index;
    if (index > begin && index <= end) part.push_back(c);
  }
  return part;
}

// The marks of the best passage of the body.
std::string marked_words(const nlohmann::json& hit) {
  std::string words;
  for (const auto& snippet : hit.at("snippets")) {
    if (snippet.at("field") != "body") continue;
    for (const auto& mark : snippet.at("marks")) {
      if (!words.empty()) words.push_back('|');
      words += code_points(snippet.at("text"), mark.at(0), mark.at(1));
    }
    break;
  }
  return words;
}

TEST_F(Acceptance, SnippetsMarkTheWordsTheyShould) {
  const auto rows = read_rows("highlight.tsv");
  if (rows.empty()) GTEST_SKIP() << "no ../shared/acceptance/highlight.tsv";
  index_rows(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const nlohmann::json found = hit(rows[i][0], std::to_string(i));
    ASSERT_FALSE(found.is_null()) << rows[i][0] << " | " << rows[i][1];
    EXPECT_EQ(marked_words(found), rows[i].at(2)) << rows[i][0] << " | " << rows[i][1];
  }
}

}  // namespace
}  // namespace fihris::testing
