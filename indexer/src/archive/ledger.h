// What becomes of each article of a run: told, counted and remembered.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "archive/archive_state.h"
#include "fihris/indexer/archive.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::indexer::archive {

// Thread-safe, and uses the state under its own lock.
class Ledger : public RecordWatcher {
 public:
  Ledger(const ArchiveOptions& options, ArchiveState& state) : options_(options), state_(state) {}

  std::optional<SourceError> judge(const RawRecord& record, const Article& article,
                                   const Reading& reading) override;
  void rejected(const RawRecord& record, const SourceError& error) override;

  // A file is to be read: what is remembered of its troubles goes.
  void opened(std::int64_t file);
  // `file` 0: of no file that is remembered.
  void trouble(std::int64_t file, const SourceError& error);
  void passed_over(const PassedOver& what);
  // It has not changed: tells what was found when it was read.
  void unchanged(const FileRow& row, const std::string& path);
  void deleted(const std::string& id, const std::string& path);

  // Files whose articles may be taken over by others, because they are gone or read anew.
  void release(std::int64_t file) { released_.insert(file); }
  // The index as it was before the run's next batch; nullptr: it holds nothing.
  void look_into(store::OpenIndex* index);

  ArchiveReport& report() { return report_; }
  std::uint64_t articles() const { return report_.taken_in(); }

 private:
  struct Standing;
  Standing standing_of(const RawRecord& record, const std::string& id, std::int64_t hash);
  SourceError taken_by_another(const RawRecord& record, const Article& article,
                               const ArticleRow& owner);
  void tell(ArchiveItem item);
  void reject(std::int64_t file, const SourceError& error, std::string_view id);

  const ArchiveOptions& options_;
  ArchiveState& state_;
  std::mutex mutex_;
  ArchiveReport report_;
  std::unordered_set<std::int64_t> released_;
  std::unordered_set<std::uint64_t> piped_;  // ids of this batch that come from no file, hashed
  store::OpenIndex* index_ = nullptr;
};

}  // namespace fihris::indexer::archive
