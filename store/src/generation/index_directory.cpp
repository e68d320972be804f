#include "fihris/store/internal/index_directory.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "fihris/store/error.h"
#include "fihris/store/internal/files.h"
#include "generation/layout.h"
#include "generation/manifest.h"

namespace fihris::store {

namespace fs = std::filesystem;

namespace {

// The remover of a generation holds its lock for some milliseconds at most; the pointer has moved
// on by then.
constexpr int kLeaseAttempts = 200;
constexpr std::chrono::milliseconds kLeasePause{5};

Error already_locked(const fs::path& index_dir) {
  return {ErrorCode::kIndexLocked, "another process is writing to the index " + index_dir.string(),
          "Wait until it is done, or stop it."};
}

bool is_linked(const FileDescriptor& file) {
  struct stat status {};
  return ::fstat(file.get(), &status) == 0 && status.st_nlink > 0;
}

// Removes a generation unless somebody reads it. What cannot be removed now is left to the next
// writer.
void remove_generation(const fs::path& index_dir, const Generation& generation) {
  const std::optional<FileDescriptor> lock = open_existing(generation.in_use(), O_RDONLY);
  if (lock && !try_lock(*lock, true, generation.in_use())) return;
  // Out of the way first: a removal that is cut off must not leave half a generation under its
  // name.
  const fs::path away = index_dir / ("tmp-removed-" + std::to_string(generation.number));
  std::error_code ignored;
  fs::rename(generation.dir, away, ignored);
  if (!ignored) fs::remove_all(away, ignored);
}

void point_to(const fs::path& index_dir, std::uint64_t number) {
  const fs::path scratch = index_dir / "CURRENT.tmp";
  write_durably(scratch, generation_name(number) + "\n");
  rename_path(scratch, index_dir / "CURRENT");
  sync_directory(index_dir);
}

}  // namespace

Generation current_generation(const fs::path& index_dir) {
  // Asked before every search: the listing is for the error message only.
  if (const std::optional<Generation> generation = pointed_generation(index_dir))
    return *generation;
  const Layout layout = look_at(index_dir);
  if (!layout.current) throw missing_or_damaged(index_dir, layout);
  return generation_at(index_dir, *layout.current);
}

GenerationLease GenerationLease::take(const fs::path& index_dir) {
  for (int attempt = 0; attempt < kLeaseAttempts; ++attempt) {
    GenerationLease lease;
    lease.generation_ = current_generation(index_dir);
    const fs::path path = lease.generation_.in_use();
    if (std::optional<FileDescriptor> file = open_existing(path, O_RDONLY)) {
      lease.lock_ = std::move(*file);
      if (try_lock(lease.lock_, false, path) && is_linked(lease.lock_)) return lease;
    }
    std::this_thread::sleep_for(kLeasePause);
  }
  throw Error(ErrorCode::kIndexDamaged,
              "the file in-use of the current generation of " + index_dir.string() + " is missing",
              "Create an empty file of that name in the generation's directory.");
}

ScratchDirectory::ScratchDirectory(fs::path path) : path_(std::move(path)) {
  make_directories(path_);
}

ScratchDirectory::ScratchDirectory(ScratchDirectory&& other) noexcept
    : path_(std::move(other.path_)) {
  other.path_.clear();
}

ScratchDirectory::~ScratchDirectory() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

IndexDirectory::IndexDirectory(fs::path path, FileDescriptor lock, std::uint64_t number)
    : path_(std::move(path)), lock_(std::move(lock)), number_(number) {}

IndexDirectory IndexDirectory::lock(const fs::path& index_dir) {
  require_ours_or_empty(index_dir, look_at(index_dir));
  make_directories(index_dir);
  const fs::path path = index_dir / "lock";
  FileDescriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!lock) throw system_error("cannot open", path, errno);
  if (!try_lock(lock, true, path)) throw already_locked(index_dir);
  const Layout layout = look_at(index_dir);
  if (!layout.current && !is_unfinished(index_dir, layout)) {
    throw missing_or_damaged(index_dir, layout);
  }
  IndexDirectory directory(index_dir, std::move(lock), layout.current.value_or(0));
  directory.remove_leftovers();
  return directory;
}

Generation IndexDirectory::current() const { return generation_at(path_, number_); }

void IndexDirectory::remove_leftovers() const {
  const Layout layout = look_at(path_);
  for (const fs::path& scratch : layout.scratch) {
    std::error_code ignored;
    fs::remove_all(scratch, ignored);
  }
  for (const std::uint64_t number : layout.generations) {
    if (number != number_) remove_generation(path_, generation_at(path_, number));
  }
}

ScratchDirectory IndexDirectory::begin_generation() const {
  return ScratchDirectory(path_ / "tmp-build");
}

void IndexDirectory::publish(const fs::path& database, const IndexInfo& info) {
  const ScratchDirectory scratch(path_ / "tmp-publish");
  const Generation made{scratch.path(), 0};
  rename_path(database, made.db());
  write_durably(made.in_use(), "");
  const Manifest manifest = describe(made.db(), info);
  write_durably(made.manifest(), to_json(manifest));
  for (const Manifest::File& file : manifest.files) sync_file(made.db() / file.name);
  sync_directory(made.db());
  sync_directory(made.dir);

  const Layout layout = look_at(path_);
  const std::uint64_t newest = layout.generations.empty() ? 0 : layout.generations.back();
  const std::uint64_t number = std::max(number_, newest) + 1;
  rename_path(made.dir, generation_at(path_, number).dir);
  sync_directory(path_);
  point_to(path_, number);
  number_ = number;
  remove_leftovers();
}

}  // namespace fihris::store
