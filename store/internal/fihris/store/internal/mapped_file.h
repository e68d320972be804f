// A file read through the page cache, shared by all that read it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>
#include <utility>

namespace fihris::store {

// Read only. The file must not change or shrink while it is mapped: for files of a generation.
class MappedFile {
 public:
  MappedFile() = default;
  // Throws Error: kIndexDamaged when the file is missing, kInputOutput.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace fihris::store
