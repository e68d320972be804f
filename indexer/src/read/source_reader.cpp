#include <utility>

#include "read/paths_feed.h"

namespace fihris {

SourceReader::SourceReader(std::vector<std::string> paths, ReadOptions options)
    : feed_(std::make_unique<indexer::read::PathsFeed>(std::move(paths), std::move(options))) {}
SourceReader::SourceReader(std::unique_ptr<indexer::read::RecordFeed> feed)
    : feed_(std::move(feed)) {}
SourceReader SourceReader::of_text(std::string text) {
  return SourceReader(std::make_unique<indexer::read::PathsFeed>(std::move(text)));
}
SourceReader::~SourceReader() = default;
SourceReader::SourceReader(SourceReader&&) noexcept = default;
SourceReader& SourceReader::operator=(SourceReader&&) noexcept = default;

std::optional<std::variant<RawRecord, SourceError>> SourceReader::next() { return feed_->next(); }
std::uint64_t SourceReader::passed_over() const { return feed_->passed_over(); }
std::uint64_t SourceReader::bytes_read() const { return feed_->bytes_read(); }
std::optional<std::uint64_t> SourceReader::bytes_total() const { return feed_->bytes_total(); }

}  // namespace fihris
