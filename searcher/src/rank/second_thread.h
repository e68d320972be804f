// A second thread for one request.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>

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

// A thread with context of its own for the same index. Belongs to the thread that answers the
// request; nothing it does is needed for the answer, it only comes sooner.
class SecondThread {
 public:
  explicit SecondThread(std::filesystem::path dir);
  ~SecondThread();
  SecondThread(const SecondThread&) = delete;
  SecondThread& operator=(const SecondThread&) = delete;

  // To be called some time before share(): a thread takes a while to wake up.
  void wake();
  // Has all parts done, by `work` here and in the other thread at the same time. That one takes
  // part when it is awake and has read the same version of the index. Throws what `work` throws in
  // either thread.
  void share(ThreadContext& here, std::size_t parts, const Work& work);

 private:
  struct Job {
    WorkItems* parts;
    const Work* work;
    const std::string* version;  // of the index it is about
    std::exception_ptr failure;  // of the other thread
  };

  void give(Job* job);
  void run();
  void take_part(Job& job);
  void follow();

  std::filesystem::path dir_;
  std::unique_ptr<ThreadContext> context_;  // the other thread's
  Job nothing_{};                           // to wake up for
  Job stop_{};                              // the last one
  std::atomic<Job*> job_ = nullptr;         // not taken yet
  std::atomic<bool> done_ = false;          // the one that was taken
  std::thread thread_;
};

// The same with or without a second_thread.
void share(SecondThread* second, ThreadContext& here, std::size_t parts, const Work& work);

}  // namespace fihris::searcher::rank
