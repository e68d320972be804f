// Many articles → a few Xapian databases, on all cores.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "document/article_feed.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/field_table.h"
#include "phrases/phrase_counter.h"

namespace fihris::indexer::build {

struct BulkOptions {
  AnalyzerConfig analyzer;
  FieldTable fields;
  unsigned threads = 1;
  std::filesystem::path directory;  // an existing scratch directory
  std::function<void(std::uint64_t bytes_read, std::uint64_t articles)> progress;
};

// The articles of a feed, indexed.
struct BulkResult {
  std::vector<std::filesystem::path> parts;  // databases in the order of the input
  std::vector<std::uint64_t>
      id_hashes;  // of all documents of all parts in turn: no numbers are left out
  std::uint64_t text_bytes = 0;
  std::vector<SourceError> rejected;  // the first kMaxRejectedKept
  std::uint64_t rejected_count = 0;
  ReadingCounts readings;
  phrases::PhraseTotals phrases;
};

// Reads the feed in the calling thread and indexes in `threads` others. Memory is bounded by some
// batches a thread, and by the largest article. Throws Xapian's errors and Error; the directory
// then holds leftovers.
BulkResult build_segments(document::ArticleFeed& feed, const BulkOptions& options);

}  // namespace fihris::indexer::build
