// A batch of articles → a small Xapian database.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "build/batch_queue.h"
#include "document/article_document.h"
#include "document/article_feed.h"

namespace fihris::indexer::build {

// What went into a segment.
struct SegmentSummary {
  std::vector<std::uint64_t> id_hashes;  // of document 1, 2, 3 …
  std::vector<SourceError> rejected;
  ReadingCounts readings;
  std::uint64_t text_bytes = 0;
  std::vector<phrases::CountedPhrase> phrases;
};

// Of an article's unique term: equal for equal ids.
std::uint64_t id_hash(std::string_view id_term);

// One per thread.
class SegmentBuilder {
 public:
  SegmentBuilder(const AnalyzerConfig& config, const FieldTable& fields)
      : documents_(config, fields, &phrases_) {}
  // Writes the articles of `batch` in order into a new database at `path`. Throws Xapian's errors,
  // and Error.
  SegmentSummary build(const Batch& batch, const std::filesystem::path& path);

 private:
  document::ArticleIntake intake_;
  phrases::PhraseCounter phrases_;
  document::DocumentMaker documents_;
};

}  // namespace fihris::indexer::build
