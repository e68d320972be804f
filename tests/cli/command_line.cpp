#include "command_line.h"

#include <sstream>

namespace fihris::testing {

namespace fs = std::filesystem;

ProcessResult CommandLine::fihris(std::vector<std::string> arguments,
                                  const ProcessOptions& options) {
  arguments.insert(arguments.begin(), FIHRIS_BINARY);
  return run_process(arguments, options);
}

std::string CommandLine::write(std::string_view name, std::string_view content) const {
  const fs::path file = scratch_ / name;
  fs::create_directories(file.parent_path());
  write_file(file, content);
  return file.string();
}

void CommandLine::index_lines(const std::string& lines) const {
  const ProcessResult result = fihris({"index", "--db", db(), "-"}, {.input = lines});
  ASSERT_EQ(result.exit_code, 0) << result.err;
}

void CommandLine::index_sample() const { index_lines(sample_lines()); }

std::vector<std::string> CommandLine::search_ids(std::vector<std::string> query) const {
  query.insert(query.begin(), {"search", "--db", db(), "--json"});
  const ProcessResult result = fihris(query);
  EXPECT_TRUE(result.exit_code == 0 || result.exit_code == 1) << result.err;
  std::vector<std::string> ids;
  const auto results = nlohmann::json::parse(result.out);
  for (const auto& hit : results.at("hits")) ids.push_back(hit.at("id"));
  return ids;
}

std::string article_line(std::string_view id, std::string_view title, std::string_view body) {
  const nlohmann::json article = {{"id", id}, {"title", title}, {"body", body}};
  return article.dump() + "\n";
}

std::string sample_lines() {
  return article_line("minister", "وزير الدفاع في زيارة",
                      "وصل وزير الدفاع صباح اليوم إلى العاصمة.\nواستقبله الوزراء في المطار.") +
         article_line("library", "مكتبات المدينة تفتح أبوابها",
                      "فتحت المكتبة العامة أبوابها للقراء يوم الأحد.") +
         article_line("port", "سفينة في الميناء",
                      "رست سفينة كبيرة في ميناء طرطوس، وأفرغت حمولتها.");
}

std::vector<std::string> lines_of(std::string_view text) {
  std::istringstream stream{std::string(text)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace fihris::testing
