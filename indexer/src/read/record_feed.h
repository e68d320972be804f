// What a SourceReader reads from.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::read {

// Not thread-safe.
class RecordFeed {
 public:
  virtual ~RecordFeed() = default;
  RecordFeed() = default;
  RecordFeed(const RecordFeed&) = delete;
  RecordFeed& operator=(const RecordFeed&) = delete;

  // The functions of SourceReader.
  virtual std::optional<std::variant<RawRecord, SourceError>> next() = 0;
  virtual std::uint64_t passed_over() const = 0;
  virtual std::uint64_t bytes_read() const = 0;
  virtual std::optional<std::uint64_t> bytes_total() const = 0;
};

}  // namespace fihris::indexer::read
