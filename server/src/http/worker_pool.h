// Threads that do what may take long, so that connections never wait for one another.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace fihris::server::http {

// Thread-safe. Work must not throw.
class WorkerPool {
 public:
  using Work = std::function<void()>;

  // `limit` is how much may wait for a thread.
  WorkerPool(unsigned threads, std::size_t limit);
  ~WorkerPool() { stop(); }
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  // False: too much waits already.
  bool add(Work work);
  std::size_t waiting() const;
  // Waits for what is under way; what waits is never done. For the thread that owns the pool.
  void stop();

 private:
  void run();

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Work> waiting_;
  std::size_t limit_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;  // the last member: they use the others
};

}  // namespace fihris::server::http
