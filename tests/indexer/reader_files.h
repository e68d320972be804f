// Files for the reader to find: a folder of its own for each test.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fihris/indexer/article_reader.h"
#include "scratch_directory.h"

namespace fihris::testing {

class ReaderFiles {
 public:
  // Writes a file below the folder, folders on the way included, and gives its path.
  std::string write(const std::string& relative, std::string_view bytes) const;
  std::string path(const std::string& relative = {}) const;

 private:
  TemporaryDirectory scratch_;
};

struct Gathered {
  std::vector<RawRecord> records;
  std::vector<SourceError> errors;
};
// All that a reader gives for these paths.
Gathered gather(std::vector<std::string> paths);

// The article of a record that must have one; a failure and an empty article otherwise.
Article parsed(const RawRecord& record);
Article parsed_json(std::string json);
Article parsed_text(std::string text);
Article parsed_html(std::string html);
// The complaint about a record that must not have an article.
std::string refused(const RawRecord& record);
std::string refused_json(std::string json);

// What was gathered, one item a record.
std::vector<std::string> relative_paths(const Gathered& gathered);
std::vector<std::string> bytes_of(const Gathered& gathered);

}  // namespace fihris::testing
