// Where articles come from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "fihris/store/article.h"

namespace fihris {

// An article that could not be read. Never stops a run.
struct SourceError {
  std::string file;        // as given by the user; "-" for standard input
  std::uint64_t line = 0;  // 1-based; 0 when a line means nothing
  std::string what;        // what is wrong and, where it helps, what to do
};

// A raw record, cheap to hand from the reading thread to a worker that will parse it.
struct RawRecord {
  enum class Format : std::uint8_t { kJson, kText, kHtml };
  Format format = Format::kJson;
  std::string bytes;  // one JSON line, or a whole file
  std::string file;
  std::string
      relative_path;  // below the folder the user named; the file name for a file named itself
  std::uint64_t line = 0;
};

// Reads paths in the order given; folders recursively in byte order of their paths, hidden files
// left out.
// "-" is JSON Lines on standard input. The format is found by content, not by name: JSON Lines when
// the first non-blank byte is '{' and the first line is a JSON object, HTML when a doctype or a
// known tag opens the file, else plain text. Not thread-safe.
class SourceReader {
 public:
  explicit SourceReader(std::vector<std::string> paths);
  ~SourceReader();
  SourceReader(SourceReader&&) noexcept;
  SourceReader& operator=(SourceReader&&) noexcept;

  // The next record or the next trouble; nullopt at the end. A path that does not exist, cannot be
  // opened or holds no article is a SourceError; but files of a folder that are plainly something
  // else (XML, tables of judgements or queries, programs) are passed over in silence.
  std::optional<std::variant<RawRecord, SourceError>> next();
  // How many files were passed over so far.
  std::uint64_t passed_over() const;
  std::uint64_t bytes_read() const;
  // Sum of the sizes of all that is read, bytes_read() included (for a progress bar); nullopt with
  // standard input.
  std::optional<std::uint64_t> bytes_total() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Parses, repairs, cleans and completes a record: the article as it will be stored. Pure; one per
// thread because it keeps parser buffers.
class ArticleParser {
 public:
  ArticleParser();
  ~ArticleParser();
  ArticleParser(ArticleParser&&) noexcept;
  ArticleParser& operator=(ArticleParser&&) noexcept;

  std::variant<Article, SourceError> parse(const RawRecord& record);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace fihris
