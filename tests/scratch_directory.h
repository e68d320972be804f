// A directory that a test may fill.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace fihris::testing {

// Indexes are flushed to the disk as they are made: in memory that costs nothing. A test that is
// about the disk itself takes kDisk.
enum class ScratchPlace { kDisk, kMemory };

// A directory of its own, removed with all that is in it. `name` begins its name.
class TemporaryDirectory {
 public:
  explicit TemporaryDirectory(ScratchPlace place = ScratchPlace::kDisk,
                              std::string_view name = "fihris-test-") {
    std::string pattern = (folder_of(place) / name).string() + "XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) {
      throw std::runtime_error("no scratch directory " + pattern);
    }
    path_ = pattern;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

 private:
  static std::filesystem::path folder_of(ScratchPlace place) {
    const std::filesystem::path memory = "/dev/shm";
    std::error_code ignored;
    const bool use_memory =
        place == ScratchPlace::kMemory && std::filesystem::is_directory(memory, ignored);
    return use_memory ? memory : std::filesystem::temp_directory_path();
  }

  std::filesystem::path path_;
};

inline void write_file(const std::filesystem::path& path, std::string_view content) {
  std::ofstream file(path, std::ios::binary);
  file.write(content.data(), static_cast<std::streamsize>(content.size()));
  file.close();
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

inline std::string read_whole(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline void flip_byte(const std::filesystem::path& path, std::uintmax_t offset) {
  std::string content = read_whole(path);
  content.at(offset) = static_cast<char>(content.at(offset) ^ 0x20);
  write_file(path, content);
}

}  // namespace fihris::testing
