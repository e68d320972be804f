// The records of the files that a run has found worth reading, in batches.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "archive/archive_state.h"
#include "archive/ledger.h"
#include "fihris/indexer/archive.h"
#include "read/file_records.h"
#include "read/file_walk.h"
#include "read/record_feed.h"

namespace fihris::indexer::archive {

struct PlannedFile {
  read::FoundFile found;
  std::int64_t number = 0;  // in the state; 0: standard input, of which nothing is remembered
  std::string name;         // the path below its source, behind the source's prefix
};

// Not thread-safe.
class ArchiveFeed : public read::RecordFeed {
 public:
  ArchiveFeed(std::vector<PlannedFile> files, const ArchiveOptions& options, Ledger& ledger);

  // Ends with the batch: when it has lasted long enough for its commit to be worth while, when a
  // pipe has nothing to give for a while, or when the run is to stop.
  std::optional<std::variant<RawRecord, SourceError>> next() override;
  // What was passed over and what could not be read is told to the ledger.
  std::uint64_t passed_over() const override { return 0; }
  std::uint64_t bytes_read() const override;
  std::optional<std::uint64_t> bytes_total() const override;

  void start_batch();
  bool at_end() const { return stopped_ || (!records_ && next_ == files_.size()); }
  bool stopped() const { return stopped_; }
  // The files that were read to their end since the last call, as they are now.
  std::vector<FileRow> take_finished() { return std::exchange(finished_, {}); }

 private:
  using Clock = std::chrono::steady_clock;

  void open();
  void close();
  bool batch_is_over();
  std::optional<RawRecord> take(read::Item item);
  void show_progress();

  std::vector<PlannedFile> files_;
  const ArchiveOptions& options_;
  Ledger& ledger_;
  std::size_t next_ = 0;
  std::unique_ptr<read::FileRecords> records_;
  PlannedFile file_;  // of the records
  FileRow row_;       // what will be remembered of it
  std::vector<FileRow> finished_;
  bool stopped_ = false;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point batch_begin_ = begin_;
  std::uint64_t in_batch_ = 0;  // records
  std::uint64_t done_ = 0;      // bytes of the files behind us
  std::uint64_t total_ = 0;
  bool total_known_ = true;
};

}  // namespace fihris::indexer::archive
