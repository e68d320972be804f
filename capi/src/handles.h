// Open indexes, and the numbers that stand for them outside.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <utility>

#include "fihris.h"
#include "fihris/searcher/searcher.h"
#include "fihris/stemmer/analyzer.h"

namespace fihris::capi {

// One open index. For one thread at a time, which Turn sees to.
struct Index {
  Index(std::filesystem::path in, Searcher opened)
      : dir(std::move(in)), searcher(std::move(opened)) {}

  std::filesystem::path dir;
  Searcher searcher;
  std::optional<Analyzer> analyzer;  // as the index analyses; made when asked for
  std::atomic_flag busy = ATOMIC_FLAG_INIT;
};

// The use of an index by one call, while it lives.
class Turn {
 public:
  explicit Turn(Index& index) : index_(index), taken_(!index.busy.test_and_set()) {}
  ~Turn() {
    if (taken_) index_.busy.clear();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;
  // False: another call is using it.
  bool taken() const { return taken_; }

 private:
  Index& index_;
  bool taken_;
};

// Thread-safe.
class Handles {
 public:
  fihris_index* add(std::shared_ptr<Index> index);
  // Null when there is no such handle, or no more. What was found lives as long as it is held, be
  // it closed in between.
  std::shared_ptr<Index> find(const fihris_index* handle);
  // Null likewise.
  std::shared_ptr<Index> remove(const fihris_index* handle);

 private:
  std::mutex mutex_;
  // Numbers that are not handed out by any allocator for a small block, and that garbage collectors
  // which look at pointers take for none of theirs.
  std::uintptr_t next_ = std::uintptr_t{1} << 20;
  std::unordered_map<std::uintptr_t, std::shared_ptr<Index>> open_;
};

// Those of this process. Lives to its very end: a handle that nobody closed does no harm.
Handles& handles();

}  // namespace fihris::capi
