// Bytes of a source, read in large pieces: by lines, or all of them, as UTF-8 if need be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "encodings/converter.h"
#include "read/byte_source.h"

namespace fihris::indexer::read {

// Neither a line nor a whole file may be longer: an article is not, and memory is bounded by it.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{256} << 20;

// Not thread-safe.
class ByteInput {
 public:
  explicit ByteInput(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // At least `size` of the bytes to come, fewer at the end of the input. The view is good until the
  // next call.
  std::string_view peek(std::size_t size);
  void skip(std::size_t size);  // at most what peek() has shown
  // All bytes that were not taken yet come as UTF-8 from here on, and count as such in position().
  void decode_from(const std::string& encoding);

  enum class Taken : std::uint8_t { kAll, kTooLong, kNothing };
  // The next line without its line break, CR included. A line over kMaxRecordBytes is passed over:
  // kTooLong, `line` empty.
  Taken read_line(std::string& line);
  // Everything left; kTooLong leaves `text` empty.
  Taken read_rest(std::string& text);

  // False when the next line is not there within so many milliseconds; what is there of it is kept.
  bool wait_for_line(int milliseconds);

  std::uint64_t position() const { return position_; }
  // ByteSource::error().
  const std::string& error() const { return source_->error(); }
  // Of all bytes of the source, as they were before they were decoded; nothing unless all were
  // read.
  std::optional<std::uint64_t> hash() const;

 private:
  bool fill();
  void decode_behind(std::size_t begin);

  std::unique_ptr<ByteSource> source_;
  bool at_end_ = false;
  std::string buffer_;
  std::size_t begin_ = 0;  // of the bytes not yet taken, in buffer_
  std::uint64_t position_ = 0;
  std::optional<encodings::Converter> converter_;
};

}  // namespace fihris::indexer::read
