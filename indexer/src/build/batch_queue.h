// Batches of articles between the thread that reads and those that index.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "document/article_feed.h"

namespace fihris::indexer::build {

// What becomes one segment; numbered 0, 1, 2 … in the order of the input.
struct Batch {
  std::uint64_t number = 0;
  std::vector<document::Pending> items;
  std::size_t bytes = 0;
};

// A queue that holds at most so many bytes (one batch always fits). Thread-safe.
class BatchQueue {
 public:
  explicit BatchQueue(std::size_t max_bytes) : max_bytes_(max_bytes) {}
  // Waits for room. False when the queue was abandoned: nobody will take the batch.
  bool push(Batch batch);
  // Waits for a batch; nothing when the queue is closed and empty, or abandoned.
  std::optional<Batch> pop();
  // No more batches will come.
  void close();
  // Somebody failed: both ends stop.
  void abandon();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> batches_;
  std::size_t max_bytes_;
  std::size_t bytes_ = 0;
  bool closed_ = false;
  bool abandoned_ = false;
};

// Abandons the queue on the way out of a scope unless told that all went well.
class AbandonOnFailure {
 public:
  explicit AbandonOnFailure(BatchQueue& queue) : queue_(queue) {}
  ~AbandonOnFailure() {
    if (!succeeded_) queue_.abandon();
  }
  AbandonOnFailure(const AbandonOnFailure&) = delete;
  AbandonOnFailure& operator=(const AbandonOnFailure&) = delete;
  void succeed() { succeeded_ = true; }

 private:
  BatchQueue& queue_;
  bool succeeded_ = false;
};

}  // namespace fihris::indexer::build
