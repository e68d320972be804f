// Files that must survive a crash: descriptors, locks, durable writes.
//
// Every function throws Error{kInputOutput} naming the path and the system's reason, unless it says
// otherwise.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "fihris/store/error.h"

namespace fihris::store {

// Owns a file descriptor; -1 is none. Closing it gives up the flock taken through it.
class FileDescriptor {
 public:
  FileDescriptor() = default;
  explicit FileDescriptor(int fd) : fd_(fd) {}
  ~FileDescriptor();
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

// A kInputOutput error for `path` from errno; a full disk gets the hint that helps.
Error system_error(std::string_view what, const std::filesystem::path& path, int error_number);
// The hint for an errno, or empty.
std::string hint_for(int error_number);

// Nothing when the file does not exist.
std::optional<FileDescriptor> open_existing(const std::filesystem::path& path, int flags);
// Takes the lock without waiting; false when somebody else holds it.
bool try_lock(const FileDescriptor& file, bool exclusive, const std::filesystem::path& path);

// Whole content, or nothing when the file does not exist.
std::optional<std::string> read_file(const std::filesystem::path& path);
// Creates or truncates, writes and flushes to the disk.
void write_durably(const std::filesystem::path& path, std::string_view content);
void sync_file(const std::filesystem::path& path);
void sync_directory(const std::filesystem::path& path);
void rename_path(const std::filesystem::path& from, const std::filesystem::path& to);
// Creates the directory and its parents; existing ones are fine.
void make_directories(const std::filesystem::path& path);

// Sum of the sizes of the regular files below `path`; files that vanish meanwhile count nothing.
std::uint64_t bytes_below(const std::filesystem::path& path);
// Throws Error{kInputOutput} when about `bytes` more can not be written below `path`: too little
// room on its file system, or more than one file may have (ulimit -f).
void require_space(const std::filesystem::path& path, std::uint64_t bytes);
// The same question.
bool has_space(const std::filesystem::path& path, std::uint64_t bytes);

}  // namespace fihris::store
