// What a thread needs to answer requests.
#pragma once

#include <filesystem>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/internal/open_index.h"
#include "rank/match.h"

namespace fihris::searcher::rank {

// One per thread.
struct ThreadContext {
  enum class Changed : std::uint8_t { kNothing, kIndex, kAnalyzer };

  // Throws as OpenIndex::open() does.
  explicit ThreadContext(const std::filesystem::path& dir)
      : index(store::OpenIndex::open(dir)), matcher(index), analyzer(index.info().analyzer) {}
  ThreadContext(const ThreadContext&) = delete;
  ThreadContext& operator=(const ThreadContext&) = delete;

  // Follows the writer. A new analyser comes with another index.
  Changed follow() {
    if (!index.refresh()) return Changed::kNothing;
    matcher.forget();
    if (index.info().analyzer == analyzer.config()) return Changed::kIndex;
    analyzer = Analyzer(index.info().analyzer);
    return Changed::kAnalyzer;
  }

  store::OpenIndex index;
  Matcher matcher;
  Analyzer analyzer;
  DocumentCodec codec;
};

}  // namespace fihris::searcher::rank
