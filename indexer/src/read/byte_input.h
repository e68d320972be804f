// Bytes of a file or of standard input, read in large pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "encodings/converter.h"

namespace fihris::indexer::read {

// Neither a line nor a whole file may be longer: an article is not, and memory is bounded by it.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{256} << 20;

// Not thread-safe. Closes its file.
class ByteInput {
 public:
  static ByteInput standard_input();
  // errno-style trouble is in error(): a ByteInput that could not be opened reads as empty.
  static ByteInput open(const std::filesystem::path& file);
  // What somebody has in memory.
  static ByteInput of(std::string bytes);
  ByteInput(ByteInput&& other) noexcept;
  ByteInput& operator=(ByteInput&& other) noexcept;
  ~ByteInput();

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

  std::uint64_t position() const { return position_; }
  // Why it could not be opened or read on: a text of the system, or empty.
  const std::string& error() const { return error_; }

 private:
  explicit ByteInput(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  bool fill();
  void decode_behind(std::size_t begin);

  int descriptor_ = -1;
  bool owned_ = false;
  bool at_end_ = false;
  std::string buffer_;
  std::size_t begin_ = 0;  // of the bytes not yet taken, in buffer_
  std::uint64_t position_ = 0;
  std::string error_;
  std::optional<encodings::Converter> converter_;
};

}  // namespace fihris::indexer::read
