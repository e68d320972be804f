// What readers of all formats have in common.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::read {

// An end without record, trouble, or the finding that a file of a folder is no article at all.
using Item = std::variant<RawRecord, SourceError, PassedOver>;

// The file whose records are read.
struct Place {
  std::string file;      // as it is told to people
  std::string relative;  // as its source names it: of this its articles' ids are made
  bool named = false;    // by the user, not found in a folder: it is never passed over
  std::string encoding;  // that the input is decoded from; empty: bytes are as in the file
  const ReadOptions* options = nullptr;  // outlives all records
  int depth = 0;                         // of archives within archives

  SourceError trouble(std::uint64_t line, std::string what) const {
    return {file, line, std::move(what)};
  }
  RawRecord record(RawRecord::Format format, std::string bytes, std::uint64_t line) const;
  // That it is passed over where it was found in a folder, else that it is refused.
  Item no_article(std::string what) const;
};

// Gives the records of one opened file, of one format. Not thread-safe.
class RecordReader {
 public:
  virtual ~RecordReader() = default;
  RecordReader() = default;
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  // Nothing at the end; trouble with the input itself is for the caller to see.
  virtual std::optional<Item> next() = 0;
};

}  // namespace fihris::indexer::read
