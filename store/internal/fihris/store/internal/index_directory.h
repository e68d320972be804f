// The directory of an index: which generation is current, who reads it, how a new one takes its
// place. The layout is in generations.h.
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

// The generation that CURRENT names. Throws Error: kIndexMissing (no index there), kIndexDamaged
// (pointer lost, garbled or naming a generation that is not there).
Generation current_generation(const std::filesystem::path& index_dir);

// A reader's shared lock on the current generation: its files stay while the lease lives.
class GenerationLease {
 public:
  // Throws like current_generation().
  static GenerationLease take(const std::filesystem::path& index_dir);
  const Generation& generation() const { return generation_; }

 private:
  Generation generation_;
  FileDescriptor lock_;
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
  bool has_generation() const { return number_ != 0; }
  Generation current() const;

  // A fresh tmp-… directory for a build.
  ScratchDirectory begin_generation() const;

  // Makes `database` (a finished Xapian database below a scratch directory) the db/ of a new
  // generation and switches to it: manifest, everything flushed to the disk, rename, pointer. When
  // it throws, the index is as it was.
  void publish(const std::filesystem::path& database, const IndexInfo& info);

 private:
  IndexDirectory(std::filesystem::path path, FileDescriptor lock, std::uint64_t number);
  void remove_leftovers() const;

  std::filesystem::path path_;
  FileDescriptor lock_;
  std::uint64_t number_ = 0;
};

}  // namespace fihris::store
