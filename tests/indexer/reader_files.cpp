#include "reader_files.h"

#include <gtest/gtest.h>

namespace fihris::testing {
namespace {

namespace fs = std::filesystem;

RawRecord record_of(RawRecord::Format format, std::string bytes, const std::string& name) {
  return {format, std::move(bytes), "folder/" + name, name, 1};
}

}  // namespace

std::string ReaderFiles::write(const std::string& relative, std::string_view bytes) const {
  const fs::path file = scratch_ / relative;
  fs::create_directories(file.parent_path());
  write_file(file, bytes);
  return file.string();
}

std::string ReaderFiles::path(const std::string& relative) const {
  return relative.empty() ? scratch_.path().string() : (scratch_ / relative).string();
}

Gathered gather(std::vector<std::string> paths) {
  Gathered gathered;
  SourceReader reader(std::move(paths));
  while (auto item = reader.next()) {
    if (auto* record = std::get_if<RawRecord>(&*item)) {
      gathered.records.push_back(std::move(*record));
    } else {
      gathered.errors.push_back(std::get<SourceError>(*item));
    }
  }
  return gathered;
}

Article parsed(const RawRecord& record) {
  auto result = ArticleParser().parse(record);
  if (const auto* error = std::get_if<SourceError>(&result)) {
    ADD_FAILURE() << error->file << ':' << error->line << ": " << error->what;
    return {};
  }
  return std::get<Article>(std::move(result));
}

Article parsed_json(std::string json) {
  return parsed(record_of(RawRecord::Format::kJson, std::move(json), "news.jsonl"));
}
Article parsed_text(std::string text) {
  return parsed(record_of(RawRecord::Format::kText, std::move(text), "page.txt"));
}
Article parsed_html(std::string html) {
  return parsed(record_of(RawRecord::Format::kHtml, std::move(html), "page.html"));
}

std::string refused(const RawRecord& record) {
  const auto result = ArticleParser().parse(record);
  const auto* error = std::get_if<SourceError>(&result);
  if (error == nullptr) {
    ADD_FAILURE() << "taken for an article: " << record.bytes.substr(0, 200);
    return {};
  }
  EXPECT_EQ(error->file, record.file);
  EXPECT_EQ(error->line, record.line);
  return error->what;
}

std::string refused_json(std::string json) {
  return refused(record_of(RawRecord::Format::kJson, std::move(json), "news.jsonl"));
}

std::vector<std::string> relative_paths(const Gathered& gathered) {
  std::vector<std::string> paths;
  for (const RawRecord& record : gathered.records) paths.push_back(record.relative_path);
  return paths;
}

std::vector<std::string> bytes_of(const Gathered& gathered) {
  std::vector<std::string> bytes;
  for (const RawRecord& record : gathered.records) bytes.push_back(record.bytes);
  return bytes;
}

}  // namespace fihris::testing
