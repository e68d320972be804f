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

void point_to(const fs::path& index_dir, const std::vector<std::uint64_t>& numbers) {
  const fs::path scratch = index_dir / "CURRENT.tmp";
  write_durably(scratch, pointer_text(numbers));
  rename_path(scratch, index_dir / "CURRENT");
  sync_directory(index_dir);
}

}  // namespace

std::vector<Generation> current_parts(const fs::path& index_dir) {
  // Asked before every search: the listing is for the error message only.
  std::vector<Generation> parts = pointed_generations(index_dir);
  if (!parts.empty()) return parts;
  const Layout layout = look_at(index_dir);
  if (layout.current.empty()) throw missing_or_damaged(index_dir, layout);
  return generations_at(index_dir, layout.current);
}

Generation current_generation(const fs::path& index_dir) { return current_parts(index_dir).back(); }

bool GenerationLease::lock_all() {
  for (const Generation& part : parts_) {
    std::optional<FileDescriptor> file = open_existing(part.in_use(), O_RDONLY);
    if (!file || !try_lock(*file, false, part.in_use()) || !is_linked(*file)) return false;
    locks_.push_back(std::move(*file));
  }
  return true;
}

GenerationLease GenerationLease::take(const fs::path& index_dir) {
  for (int attempt = 0; attempt < kLeaseAttempts; ++attempt) {
    GenerationLease lease;
    lease.parts_ = current_parts(index_dir);
    if (lease.lock_all()) return lease;
    std::this_thread::sleep_for(kLeasePause);
  }
  throw Error(ErrorCode::kIndexDamaged,
              "the file in-use of a current generation of " + index_dir.string() + " is missing",
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

IndexDirectory::IndexDirectory(fs::path path, FileDescriptor lock, std::vector<Generation> parts)
    : path_(std::move(path)), lock_(std::move(lock)), parts_(std::move(parts)) {}

IndexDirectory IndexDirectory::lock(const fs::path& index_dir) {
  require_ours_or_empty(index_dir, look_at(index_dir));
  make_directories(index_dir);
  const fs::path path = index_dir / "lock";
  FileDescriptor lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!lock) throw system_error("cannot open", path, errno);
  if (!try_lock(lock, true, path)) throw already_locked(index_dir);
  const Layout layout = look_at(index_dir);
  if (layout.current.empty() && !is_unfinished(index_dir, layout)) {
    throw missing_or_damaged(index_dir, layout);
  }
  IndexDirectory directory(index_dir, std::move(lock), generations_at(index_dir, layout.current));
  directory.remove_leftovers();
  return directory;
}

void IndexDirectory::remove_leftovers() const {
  const Layout layout = look_at(path_);
  for (const fs::path& scratch : layout.scratch) {
    std::error_code ignored;
    fs::remove_all(scratch, ignored);
  }
  for (const std::uint64_t number : layout.generations) {
    const bool is_part =
        std::any_of(parts_.begin(), parts_.end(),
                    [number](const Generation& part) { return part.number == number; });
    if (!is_part) remove_generation(path_, generation_at(path_, number));
  }
}

ScratchDirectory IndexDirectory::begin_generation() const {
  return ScratchDirectory(path_ / "tmp-build");
}

void IndexDirectory::publish(const fs::path& database, const IndexInfo& info, std::size_t kept) {
  const ScratchDirectory scratch(path_ / "tmp-publish");
  const Generation made{scratch.path(), 0};
  rename_path(database, made.db());
  write_durably(made.in_use(), "");
  Manifest manifest = describe(made.db(), info);
  for (std::size_t part = 0; part < kept; ++part) manifest.earlier.push_back(parts_[part].number);
  write_durably(made.manifest(), to_json(manifest));
  for (const Manifest::File& file : manifest.files) sync_file(made.db() / file.name);
  sync_directory(made.db());
  sync_directory(made.dir);

  const Layout layout = look_at(path_);
  const std::uint64_t newest = layout.generations.empty() ? 0 : layout.generations.back();
  const std::uint64_t present = parts_.empty() ? 0 : parts_.back().number;
  std::vector<std::uint64_t> numbers = std::move(manifest.earlier);
  numbers.push_back(std::max(present, newest) + 1);
  rename_path(made.dir, generation_at(path_, numbers.back()).dir);
  sync_directory(path_);
  point_to(path_, numbers);
  parts_ = generations_at(path_, numbers);
  remove_leftovers();
}

}  // namespace fihris::store
