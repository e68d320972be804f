// A thread that works on requests beside the one that answers them.
#pragma once

#include <atomic>
#include <exception>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>

#include "rank/thread_context.h"
#include "rank/work_items.h"

namespace fihris::searcher::rank {

// A thread with a context of its own for the same index. Its methods are for the thread that
// answers the request. Work is never left to it alone: it may be asleep, or have read another
// version of the index.
class OtherThread {
 public:
  // Work, and what became of it in this thread. Must live until finish().
  struct Job {
    const Work* work = nullptr;
    WorkItems* parts = nullptr;
    const std::string* version = nullptr;  // of the index it is about
    std::exception_ptr failure = nullptr;
  };

  // Begins to read the index in `dir`. Throws std::system_error when there may be no more threads.
  explicit OtherThread(std::filesystem::path dir);
  ~OtherThread();
  OtherThread(const OtherThread&) = delete;
  OtherThread& operator=(const OtherThread&) = delete;

  // To be called some time before start(): a thread takes a while to wake up.
  void wake();
  // Lets the thread take parts of a job as soon as it can.
  void start(Job& job);
  // Takes the job back, or waits for the thread if it has begun. What its part of the work threw is
  // in the job then.
  void finish();

 private:
  void give(Job* job);
  void run();
  void take_part(Job& job);
  void follow();

  std::filesystem::path dir_;
  std::unique_ptr<ThreadContext> context_;  // of the thread
  Job nothing_;                             // to wake up for
  Job stop_;                                // the last one
  std::atomic<Job*> job_ = nullptr;         // not taken yet
  std::atomic<bool> done_ = false;          // the one that was taken
  std::thread thread_;
};

}  // namespace fihris::searcher::rank
