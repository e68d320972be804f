#include "build/bulk_build.h"

#include <future>
#include <map>
#include <mutex>
#include <utility>

#include "build/batch_queue.h"
#include "build/segment_builder.h"
#include "build/segment_tree.h"
#include "fihris/indexer/index_writer.h"

namespace fihris::indexer::build {

namespace {

// Segments of 250 to 1,000 articles cost the same within noise, larger ones more; the index shrinks
// as they grow (docs/index-format.md).
constexpr std::size_t kBatchArticles = 1000;
constexpr std::size_t kBatchBytes = std::size_t{4} << 20;
constexpr std::size_t kQueueBytes = std::size_t{8} << 20;

// Puts the summaries, which come in the order in which workers finish, in the order of the input.
// Thread-safe.
class SummaryLog {
 public:
  void add(std::uint64_t number, SegmentSummary summary) {
    const std::lock_guard lock(mutex_);
    early_.emplace(number, std::move(summary));
    for (auto first = early_.begin(); first != early_.end() && first->first == next_;
         first = early_.erase(first), ++next_) {
      append(std::move(first->second));
    }
  }
  BulkResult take() { return std::move(result_); }

 private:
  void append(SegmentSummary summary) {
    result_.id_hashes.insert(result_.id_hashes.end(), summary.id_hashes.begin(),
                             summary.id_hashes.end());
    result_.text_bytes += summary.text_bytes;
    result_.phrases.add(std::move(summary.phrases));
    result_.readings.add(summary.readings);
    result_.rejected_count += summary.rejected.size();
    for (SourceError& error : summary.rejected) {
      if (result_.rejected.size() == kMaxRejectedKept) break;
      result_.rejected.push_back(std::move(error));
    }
  }

  std::mutex mutex_;
  std::map<std::uint64_t, SegmentSummary> early_;
  std::uint64_t next_ = 0;
  BulkResult result_;
};

Batch next_batch(document::ArticleFeed& feed, std::uint64_t number) {
  Batch batch;
  batch.number = number;
  while (batch.items.size() < kBatchArticles && batch.bytes < kBatchBytes) {
    std::optional<document::Pending> pending = feed.next();
    if (!pending) break;
    batch.bytes += document::bytes_of(*pending);
    batch.items.push_back(*std::move(pending));
  }
  return batch;
}

void feed_batches(document::ArticleFeed& feed, const BulkOptions& options, BatchQueue& queue) {
  std::uint64_t articles = 0;
  for (std::uint64_t number = 0;; ++number) {
    Batch batch = next_batch(feed, number);
    if (batch.items.empty()) break;
    articles += batch.items.size();
    if (!queue.push(std::move(batch))) return;
    if (options.progress) options.progress(feed.bytes_read(), articles);
  }
  queue.close();
}

void index_batches(const BulkOptions& options, BatchQueue& queue, SegmentTree& tree,
                   SummaryLog& log) {
  AbandonOnFailure guard(queue);
  SegmentBuilder builder(options.analyzer, options.fields);
  while (const std::optional<Batch> batch = queue.pop()) {
    log.add(batch->number, builder.build(*batch, tree.path_of(batch->number)));
    tree.add(batch->number);
  }
  guard.succeed();
}

}  // namespace

BulkResult build_segments(document::ArticleFeed& feed, const BulkOptions& options) {
  BatchQueue queue(kQueueBytes);
  SegmentTree tree(options.directory);
  SummaryLog log;
  std::vector<std::future<void>> workers;
  {
    AbandonOnFailure guard(queue);
    for (unsigned i = 0; i < options.threads; ++i) {
      workers.push_back(
          std::async(std::launch::async, [&] { index_batches(options, queue, tree, log); }));
    }
    feed_batches(feed, options, queue);
    guard.succeed();
  }
  for (std::future<void>& worker : workers) worker.get();
  BulkResult result = log.take();
  result.parts = tree.parts();
  return result;
}

}  // namespace fihris::indexer::build
