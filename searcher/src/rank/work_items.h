// Work in parts that several threads may do.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>

#include "rank/thread_context.h"

namespace fihris::searcher::rank {

// The parts of some work, each taken once by one of the threads that do it.
class WorkItems {
 public:
  explicit WorkItems(std::size_t count) : count_(count) {}
  // The next part, from 0 on; nothing when all are taken.
  std::optional<std::size_t> take() {
    const std::size_t part = next_++;
    return part < count_ ? std::optional(part) : std::nullopt;
  }

 private:
  std::atomic<std::size_t> next_ = 0;
  std::size_t count_;
};

// Takes parts until there are none left, and does them with the context of the thread it runs in.
using Work = std::function<void(ThreadContext&, WorkItems&)>;

}  // namespace fihris::searcher::rank
