#include "fihris/store/internal/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace fihris::store {

namespace fs = std::filesystem;

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) ::close(fd_);
}

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

std::string hint_for(int error_number) {
  switch (error_number) {
    case ENOSPC:
    case EDQUOT:
      return "Free some space on that disk and run the command again; the index is as it was "
             "before.";
    case EFBIG:
      return "Raise the limit on file sizes (ulimit -f) and run the command again; the index is as "
             "it "
             "was before.";
    case EACCES:
    case EPERM:
    case EROFS:
      return "Check who may write there.";
    case EMFILE:
    case ENFILE:
      return "Raise the limit on open files (ulimit -n).";
    default:
      return {};
  }
}

Error system_error(std::string_view what, const fs::path& path, int error_number) {
  const std::string reason = std::generic_category().message(error_number);
  return {ErrorCode::kInputOutput, std::string(what) + " " + path.string() + ": " + reason,
          hint_for(error_number)};
}

namespace {

void require(const std::error_code& error, std::string_view what, const fs::path& path) {
  if (error) throw system_error(what, path, error.value());
}

FileDescriptor open_or_throw(const fs::path& path, int flags) {
  FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC, 0666));
  if (!file) throw system_error("cannot open", path, errno);
  return file;
}

void flush(const FileDescriptor& file, const fs::path& path) {
  if (::fsync(file.get()) != 0) throw system_error("cannot flush to the disk", path, errno);
}

void write_all(const FileDescriptor& file, std::string_view content, const fs::path& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(file.get(), content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error("cannot write", path, errno);
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::optional<FileDescriptor> open_existing(const fs::path& path, int flags) {
  FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (file) return file;
  if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
  throw system_error("cannot open", path, errno);
}

bool try_lock(const FileDescriptor& file, bool exclusive, const fs::path& path) {
  while (::flock(file.get(), (exclusive ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return false;
    if (errno != EINTR) throw system_error("cannot lock", path, errno);
  }
  return true;
}

std::optional<std::string> read_file(const fs::path& path) {
  const std::optional<FileDescriptor> file = open_existing(path, O_RDONLY);
  if (!file) return std::nullopt;
  std::string content;
  char buffer[4096];
  while (true) {
    const ssize_t got = ::read(file->get(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error("cannot read", path, errno);
    if (got == 0) return content;
    content.append(buffer, static_cast<std::size_t>(got));
  }
}

void write_durably(const fs::path& path, std::string_view content) {
  const FileDescriptor file = open_or_throw(path, O_WRONLY | O_CREAT | O_TRUNC);
  write_all(file, content, path);
  flush(file, path);
}

void sync_file(const fs::path& path) { flush(open_or_throw(path, O_RDONLY), path); }

void sync_directory(const fs::path& path) {
  flush(open_or_throw(path, O_RDONLY | O_DIRECTORY), path);
}

void rename_path(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  require(error, "cannot rename " + from.string() + " to", to);
}

void make_directories(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  require(error, "cannot create the directory", path);
}

std::uint64_t bytes_below(const fs::path& path) {
  std::uint64_t total = 0;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code vanished;
    if (!entry->is_regular_file(vanished)) continue;
    const std::uintmax_t size = entry->file_size(vanished);
    if (!vanished) total += size;
  }
  return total;
}

namespace {

std::string megabytes(std::uint64_t bytes) {
  return std::to_string(bytes / 1'000'000) + "." + std::to_string(bytes / 100'000 % 10) + " MB";
}

std::uint64_t free_bytes(const fs::path& path) {
  std::error_code error;
  const fs::space_info space = fs::space(path, error);
  require(error, "cannot ask for the free space at", path);
  return space.available;
}

// The file size limit of this process, RLIM_INFINITY being the largest number.
std::uint64_t largest_file() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 ? limit.rlim_cur : RLIM_INFINITY;
}

}  // namespace

bool has_space(const fs::path& path, std::uint64_t bytes) {
  return bytes <= free_bytes(path) && bytes <= largest_file();
}

void require_space(const fs::path& path, std::uint64_t bytes) {
  if (const std::uint64_t free = free_bytes(path); bytes > free) {
    throw Error(ErrorCode::kInputOutput,
                "not enough disk space at " + path.string() + ": about " + megabytes(bytes) +
                    " are needed, " + megabytes(free) + " are free",
                hint_for(ENOSPC));
  }
  if (const std::uint64_t limit = largest_file(); bytes > limit) {
    throw Error(ErrorCode::kInputOutput,
                "files at " + path.string() + " need about " + megabytes(bytes) +
                    ", this process may write " + megabytes(limit) + " into one",
                hint_for(EFBIG));
  }
}

}  // namespace fihris::store
