// The records of files, folders and standard input, in the order in which they were named.
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "read/file_records.h"
#include "read/file_walk.h"
#include "read/record_feed.h"

namespace fihris::indexer::read {

class PathsFeed : public RecordFeed {
 public:
  PathsFeed(std::vector<std::string> paths, ReadOptions options);
  // Reads a text as it would standard input.
  explicit PathsFeed(std::string text);

  std::optional<std::variant<RawRecord, SourceError>> next() override;
  std::uint64_t passed_over() const override { return passed_over_; }
  std::uint64_t bytes_read() const override;
  std::optional<std::uint64_t> bytes_total() const override;

 private:
  // What the user named.
  struct Root {
    std::string name;
    FoundFiles found;
  };

  FoundFiles find(const std::string& path);
  std::optional<SourceError> advance();
  void open(const FoundFile& file);
  void close();

  ReadOptions options_;
  std::unique_ptr<ByteSource> text_;  // instead of standard input
  std::deque<Root> roots_;
  std::size_t next_file_ = 0;    // of the first root
  std::size_t next_unread_ = 0;  // likewise
  std::uint64_t items_ = 0;      // records and errors the first root has given
  std::unique_ptr<FileRecords> records_;
  std::uint64_t size_ = 0;  // of that file as it was found
  bool sized_ = true;
  std::uint64_t passed_over_ = 0;
  std::uint64_t done_ = 0;  // bytes of the files behind us
  std::uint64_t total_ = 0;
  bool total_known_ = true;
};

}  // namespace fihris::indexer::read
