#include "build/batch_queue.h"

#include <utility>

namespace fihris::indexer::build {

bool BatchQueue::push(Batch batch) {
  std::unique_lock lock(mutex_);
  changed_.wait(
      lock, [&] { return abandoned_ || batches_.empty() || bytes_ + batch.bytes <= max_bytes_; });
  if (abandoned_) return false;
  bytes_ += batch.bytes;
  batches_.push_back(std::move(batch));
  changed_.notify_all();
  return true;
}

std::optional<Batch> BatchQueue::pop() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return abandoned_ || closed_ || !batches_.empty(); });
  if (abandoned_ || batches_.empty()) return std::nullopt;
  Batch batch = std::move(batches_.front());
  batches_.pop_front();
  bytes_ -= batch.bytes;
  changed_.notify_all();
  return batch;
}

void BatchQueue::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

void BatchQueue::abandon() {
  const std::lock_guard lock(mutex_);
  abandoned_ = true;
  changed_.notify_all();
}

}  // namespace fihris::indexer::build
