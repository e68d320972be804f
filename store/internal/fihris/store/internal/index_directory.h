// The directory of an index: which generations are its parts, who reads them, how a new one joins
// them or takes their place. The layout is in generations.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "fihris/store/generations.h"
#include "fihris/store/internal/files.h"

namespace fihris::store {

// Paths of one generation.
struct Generation {
  std::filesystem::path dir;
  std::uint64_t number = 0;
  std::filesystem::path db() const { return dir / "db"; }
  std::filesystem::path delta() const { return dir / "delta"; }
  // What the articles of the delta suggest; absent while they are few.
  std::filesystem::path delta_phrases() const { return dir / "delta-phrases"; }
  std::filesystem::path manifest() const { return dir / "manifest.json"; }
  std::filesystem::path in_use() const { return dir / "in-use"; }
};

// The parts of the index, which CURRENT names, oldest first; at least one. Throws Error:
// kIndexMissing (no index there), kIndexDamaged (pointer lost, garbled or naming a generation that
// is not there).
std::vector<Generation> current_parts(const std::filesystem::path& index_dir);
// The newest of them: beside it lies the delta.
Generation current_generation(const std::filesystem::path& index_dir);

// A reader's shared locks on the parts: their files stay while the lease lives.
class GenerationLease {
 public:
  // Throws like current_parts().
  static GenerationLease take(const std::filesystem::path& index_dir);
  const std::vector<Generation>& parts() const { return parts_; }
  const Generation& newest() const { return parts_.back(); }

 private:
  bool lock_all();

  std::vector<Generation> parts_;
  std::vector<FileDescriptor> locks_;
};

// A directory below the index that goes away with this object, with everything in it.
class ScratchDirectory {
 public:
  explicit ScratchDirectory(std::filesystem::path path);
  ~ScratchDirectory();
  ScratchDirectory(ScratchDirectory&& other) noexcept;
  ScratchDirectory& operator=(ScratchDirectory&&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;  // empty when moved from
};

// The writer's side: holds DIR/lock for its lifetime. Not thread-safe.
class IndexDirectory {
 public:
  // Locks an index or a place where one may be made (a path that does not exist, an empty
  // directory, a creation that was cut off), and removes what an earlier writer left behind. Throws
  // Error: kIndexLocked, kUsage (the directory holds something else), kIndexDamaged, kInputOutput.
  static IndexDirectory lock(const std::filesystem::path& index_dir);

  const std::filesystem::path& path() const { return path_; }
  // False until the first publish().
  bool has_generation() const { return !parts_.empty(); }
  const std::vector<Generation>& parts() const { return parts_; }
  // The newest part.
  const Generation& current() const { return parts_.back(); }

  // A fresh tmp-… directory for a build.
  ScratchDirectory begin_generation() const;

  // Makes `database` (a finished Xapian database below a scratch directory) the db/ of a new
  // generation and switches to it and to the `kept` oldest of the present parts: manifest,
  // everything flushed to the disk, rename, pointer. When it throws, the index is as it was.
  void publish(const std::filesystem::path& database, const IndexInfo& info, std::size_t kept = 0);

 private:
  IndexDirectory(std::filesystem::path path, FileDescriptor lock, std::vector<Generation> parts);
  void remove_leftovers() const;

  std::filesystem::path path_;
  FileDescriptor lock_;
  std::vector<Generation> parts_;
};

}  // namespace fihris::store
