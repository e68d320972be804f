#include "read/paths_feed.h"

#include <utility>

#include "text/unicode_text.h"

namespace fihris::indexer::read {

PathsFeed::PathsFeed(std::vector<std::string> paths, ReadOptions options)
    : options_(std::move(options)) {
  for (std::string& path : paths) {
    FoundFiles found = find(path);
    roots_.push_back({std::move(path), std::move(found)});
  }
}

PathsFeed::PathsFeed(std::string text) : PathsFeed({std::string(kStandardInput)}, {}) {
  text_ = in_memory(std::move(text));
}

FoundFiles PathsFeed::find(const std::string& path) {
  FoundFiles found;
  if (path == kStandardInput) {
    found.files.push_back({path, "stdin", 0, 0, false, true});
  } else {
    found = find_files(path, options_.leave_out);
  }
  for (const FoundFile& each : found.files) {
    total_ += each.bytes;
    total_known_ = total_known_ && each.has_size;
  }
  passed_over_ += found.others.size();
  return found;
}

std::optional<std::variant<RawRecord, SourceError>> PathsFeed::next() {
  while (records_ || !roots_.empty()) {
    if (!records_) {
      if (auto error = advance()) return *std::move(error);
      continue;
    }
    std::optional<Item> item = records_->next();
    if (!item) {
      close();
    } else if (std::holds_alternative<PassedOver>(*item)) {
      ++passed_over_;
    } else {
      ++items_;
      if (auto* record = std::get_if<RawRecord>(&*item)) return std::move(*record);
      return std::get<SourceError>(std::move(*item));
    }
  }
  return std::nullopt;
}

// Opens the next file of the first root, or ends the root.
std::optional<SourceError> PathsFeed::advance() {
  FoundFiles& found = roots_.front().found;
  if (next_unread_ < found.unread.size()) {
    ++items_;
    return std::move(found.unread[next_unread_++].error);
  }
  if (next_file_ < found.files.size()) {
    open(found.files[next_file_++]);
    return std::nullopt;
  }
  std::optional<SourceError> error = std::move(found.error);
  if (found.is_folder && items_ == 0) {
    error = SourceError{text::printable_path(roots_.front().name), 0, "no articles in this folder"};
  }
  roots_.pop_front();
  next_file_ = next_unread_ = items_ = 0;
  return error;
}

void PathsFeed::open(const FoundFile& file) {
  std::unique_ptr<ByteSource> source = std::move(text_);
  if (!source) source = file.path == kStandardInput ? standard_input() : open_file(file.path);
  size_ = file.bytes;
  sized_ = file.has_size;
  records_ = std::make_unique<FileRecords>(
      std::move(source),
      Place{text::printable_path(file.path.native()),
            text::printable_path(file.relative),
            file.named,
            {},
            &options_},
      sized_ ? FileRecords::Arrival::kAtOnce : FileRecords::Arrival::kSlowly);
}

// A file may be shorter or longer by now than when it was found, or have been refused at its first
// bytes.
void PathsFeed::close() {
  if (sized_) total_ = total_ - size_ + records_->position();
  done_ += records_->position();
  records_.reset();
}

std::uint64_t PathsFeed::bytes_read() const {
  return done_ + (records_ ? records_->position() : 0);
}

std::optional<std::uint64_t> PathsFeed::bytes_total() const {
  return total_known_ ? std::optional(total_) : std::nullopt;
}

}  // namespace fihris::indexer::read
