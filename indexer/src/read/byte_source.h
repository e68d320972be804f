// Where bytes come from: a file, standard input, or what another source holds packed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace fihris::indexer::read {

// Not thread-safe.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // Puts at most `size` bytes at `into`; 0 at the end and after trouble, which is in error().
  virtual std::size_t read(char* into, std::size_t size) = 0;
  // False when nothing has come within so many milliseconds. Sources that never wait long say true.
  virtual bool wait(int /*milliseconds*/) { return true; }
  // XXH3-64 of all that was read; nothing where nobody needs it.
  virtual std::optional<std::uint64_t> hash() const { return std::nullopt; }
  // Why it could not be opened or read on: a text of the system, or empty.
  const std::string& error() const { return error_; }

 protected:
  std::string error_;
};

// A file that could not be opened reads as empty, with error().
std::unique_ptr<ByteSource> open_file(const std::filesystem::path& file);
std::unique_ptr<ByteSource> standard_input();
// What somebody has in memory.
std::unique_ptr<ByteSource> in_memory(std::string bytes);

}  // namespace fihris::indexer::read
