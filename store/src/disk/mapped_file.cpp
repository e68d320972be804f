#include "fihris/store/internal/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <optional>

#include "fihris/store/internal/files.h"

namespace fihris::store {

MappedFile::MappedFile(const std::filesystem::path& path) {
  const std::optional<FileDescriptor> file = open_existing(path, O_RDONLY);
  if (!file) {
    throw Error(ErrorCode::kIndexDamaged, "the file " + path.string() + " is missing",
                "Run `fihris compact --db DIR --rebuild` to make the index anew from its stored "
                "articles.");
  }
  struct stat status {};
  if (::fstat(file->get(), &status) != 0) throw system_error("cannot read", path, errno);
  size_ = static_cast<std::size_t>(status.st_size);
  if (size_ == 0) return;
  void* const data = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file->get(), 0);
  if (data == MAP_FAILED) throw system_error("cannot map into memory", path, errno);
  data_ = data;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace fihris::store
