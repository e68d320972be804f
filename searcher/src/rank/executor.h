// Has work done by several threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <list>

#include "rank/other_thread.h"
#include "rank/thread_context.h"
#include "rank/work_items.h"

namespace fihris::searcher::rank {

// The thread that answers a request and those that work on it beside it, which may be none.
// Belongs to the first one. The others are needed for no answer, it only comes sooner.
class Executor {
 public:
  // For `threads` in all, 1 or more. `here` is the context of the thread that calls, and must
  // outlive this. The others begin with the first wake().
  Executor(ThreadContext& here, std::filesystem::path dir, std::size_t threads);

  // The context of the thread that calls.
  ThreadContext& here() { return here_; }
  // How many there are, with the one that calls. Changes in wake() only.
  std::size_t threads() const { return 1 + others_.size(); }
  // To be called when a request begins: the others get ready meanwhile. Where the system has no
  // more threads, there are fewer from then on.
  void wake();
  // Has all parts done by `work`, here and in the others at the same time. Those take part that are
  // awake and have read the same version of the index. Throws what `work` throws in any thread.
  void share(std::size_t parts, const Work& work);

 private:
  ThreadContext& here_;
  std::filesystem::path dir_;
  std::size_t wanted_;  // threads
  std::list<OtherThread> others_;
};

}  // namespace fihris::searcher::rank
