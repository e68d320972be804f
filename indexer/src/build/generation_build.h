// Making the next part: new articles, and present parts that are merged with them.
#pragma once

#include <cstdint>
#include <functional>

#include "build/bulk_build.h"
#include "build/tiers.h"
#include "document/article_feed.h"
#include "fihris/store/field_table.h"
#include "fihris/store/internal/index_directory.h"

namespace fihris::indexer::build {

enum class BuildPurpose : std::uint8_t {
  kAdd,      // without new articles there is nothing to do
  kMerge,    // the delta goes into a part
  kCompact,  // everything goes into one part
  kRebuild,  // every article that lives on is analysed again, even where copying would do
};

struct GenerationOptions {
  AnalyzerConfig analyzer;
  std::string fingerprint;  // of that analyser
  // With which new articles are made, and, where the purpose is kRebuild, all. Otherwise they must
  // be those of the present parts.
  FieldTable fields;
  unsigned threads = 1;
  BuildPurpose purpose = BuildPurpose::kAdd;
  std::function<void(std::uint64_t bytes_read, std::uint64_t articles)> progress;
};

struct GenerationReport {
  std::uint64_t articles = 0;  // taken from the feed
  std::uint64_t replaced = 0;
  std::uint64_t text_bytes = 0;     // of those articles
  std::uint64_t live_articles = 0;  // in the new part
  std::vector<SourceError> rejected;
  std::uint64_t rejected_count = 0;
  ReadingCounts readings;
};

// The bytes that a run takes at most, without merging parts for speed: scratch databases and what
// is made of them lie side by side for a while.
std::uint64_t space_needed(const store::IndexDirectory& directory,
                           const document::ArticleFeed& feed, BuildPurpose purpose);

// Builds a part of the feed, the delta and those present parts that are due to be merged, and
// switches to it. Where more than kMaxDeadShare of it would be dead articles, those that live on
// are analysed again instead of copied. Without room for a merge, what is new becomes a part all
// the same. Throws Xapian's errors and Error; the index is then as it was.
GenerationReport build_generation(store::IndexDirectory& directory, document::ArticleFeed& feed,
                                  const GenerationOptions& options);

}  // namespace fihris::indexer::build
