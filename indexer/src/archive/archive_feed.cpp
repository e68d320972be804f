#include "archive/archive_feed.h"

#include <algorithm>
#include <utility>

#include "text/unicode_text.h"

namespace fihris::indexer::archive {
namespace {

using namespace std::chrono_literals;

// A run that is killed loses at most so much, or a third of what it has done.
constexpr auto kBatchTime = 30s;
// A pipe that gives nothing for so long is between two articles.
constexpr int kSilenceMilliseconds = 500;

// A file that changed so shortly before it was read may change again without its time telling.
constexpr std::int64_t kSettledNanoseconds = 50'000'000;

std::int64_t now_nanoseconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

}  // namespace

ArchiveFeed::ArchiveFeed(std::vector<PlannedFile> files, const ArchiveOptions& options,
                         Ledger& ledger)
    : files_(std::move(files)), options_(options), ledger_(ledger) {
  for (const PlannedFile& file : files_) {
    total_ += file.found.bytes;
    total_known_ = total_known_ && file.found.has_size;
  }
}

void ArchiveFeed::start_batch() {
  batch_begin_ = Clock::now();
  in_batch_ = 0;
}

std::optional<std::variant<RawRecord, SourceError>> ArchiveFeed::next() {
  while (!batch_is_over()) {
    if (!records_) {
      if (next_ == files_.size()) return std::nullopt;
      open();
      continue;
    }
    if (!file_.found.has_size && !records_->wait(kSilenceMilliseconds)) {
      if (in_batch_ > 0) return std::nullopt;
      continue;
    }
    std::optional<read::Item> item = records_->next();
    if (!item) {
      close();
    } else if (auto record = take(*std::move(item))) {
      ++in_batch_;
      show_progress();
      return *std::move(record);
    }
  }
  return std::nullopt;
}

bool ArchiveFeed::batch_is_over() {
  stopped_ = stopped_ || (options_.stop && options_.stop());
  if (stopped_ || in_batch_ == 0) return stopped_;
  const auto now = Clock::now();
  return now - batch_begin_ > std::max<Clock::duration>(kBatchTime, (batch_begin_ - begin_) / 2);
}

void ArchiveFeed::open() {
  file_ = std::move(files_[next_++]);
  const read::FoundFile& found = file_.found;
  const bool standard = found.path == kStandardInput;
  const bool settled = now_nanoseconds() - found.modified > kSettledNanoseconds;
  row_ = {file_.number,
          static_cast<std::int64_t>(found.bytes),
          settled ? found.modified : -1,
          std::nullopt,
          {}};
  if (file_.number != 0) ledger_.opened(file_.number);
  records_ = std::make_unique<read::FileRecords>(
      standard ? read::standard_input() : read::open_file(found.path),
      read::Place{text::printable_path(found.path.native()),
                  std::move(file_.name),
                  found.named,
                  {},
                  &options_.read},
      found.has_size ? read::FileRecords::Arrival::kAtOnce : read::FileRecords::Arrival::kSlowly);
}

std::optional<RawRecord> ArchiveFeed::take(read::Item item) {
  if (auto* record = std::get_if<RawRecord>(&item)) {
    record->file_number = file_.number;
    record->watcher = &ledger_;
    return std::move(*record);
  }
  if (const auto* passed = std::get_if<PassedOver>(&item)) {
    // What an archive holds besides is not all of it.
    if (passed->file == text::printable_path(file_.found.path.native()))
      row_.passed_over = passed->reason;
    ledger_.passed_over(*passed);
  } else {
    ledger_.trouble(file_.number, std::get<SourceError>(item));
  }
  return std::nullopt;
}

// What could not be read to its end is not remembered as read, and keeps the articles it had.
void ArchiveFeed::close() {
  if (file_.found.has_size) total_ = total_ - file_.found.bytes + records_->position();
  done_ += records_->position();
  if (const auto hash = records_->hash()) row_.hash = static_cast<std::int64_t>(*hash);
  if (file_.number != 0 && !records_->failed()) finished_.push_back(row_);
  records_.reset();
}

void ArchiveFeed::show_progress() {
  if (options_.progress)
    options_.progress(bytes_read(), total_known_ ? total_ : 0, ledger_.articles());
}

std::uint64_t ArchiveFeed::bytes_read() const {
  return done_ + (records_ ? records_->position() : 0);
}

std::optional<std::uint64_t> ArchiveFeed::bytes_total() const {
  return total_known_ ? std::optional(total_) : std::nullopt;
}

}  // namespace fihris::indexer::archive
