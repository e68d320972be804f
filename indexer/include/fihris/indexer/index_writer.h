// Adds, replaces and deletes articles in an index directory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fihris/indexer/article_reader.h"
#include "fihris/store/generations.h"
#include "fihris/store/settings.h"

namespace fihris {

struct IndexOptions {
  unsigned threads = 0;     // workers; 0 = one per core
  AnalyzerConfig analyzer;  // used when the index is created; an existing index keeps its own
  std::function<void(std::uint64_t bytes_read, std::uint64_t articles)>
      progress;  // called from the reading thread
  // Also open an index that another version's analyser made. Only rebuild() is possible until it
  // has run.
  bool for_rebuild = false;
};

// What a run did.
struct IndexReport {
  std::uint64_t articles = 0;  // taken in, the replacing ones included
  std::uint64_t replaced = 0;  // of those, how many took the place of one with the same id
  std::uint64_t deleted = 0;
  std::vector<SourceError> rejected;  // at most kMaxRejectedKept kept, rejected_count counts all
  std::uint64_t rejected_count = 0;
  std::uint64_t passed_over =
      0;  // files of folders that are plainly no articles; see SourceReader::next()
  ReadingCounts readings;  // of the articles taken in
  double seconds = 0;
  std::uint64_t text_bytes = 0;      // UTF-8 bytes of titles, summaries and bodies taken in
  std::uint64_t index_bytes = 0;     // on disk after the run
  std::uint64_t index_articles = 0;  // live articles after the run
};
inline constexpr std::size_t kMaxRejectedKept = 1000;

// The one writer of an index directory. Holds the writer's lock for its lifetime. Not thread-safe.
// A run that is killed leaves the index at the last switch of parts and the last committed delta.
class IndexWriter {
 public:
  // Opens or creates. Throws Error: kIndexLocked, kIndexDamaged, kIndexIncompatible, kInputOutput.
  static IndexWriter open(const std::filesystem::path& dir, IndexOptions options = {});
  ~IndexWriter();
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;

  // Takes in everything the reader gives. A large input is built in bulk into a new part, and where
  // there are several parts of a size they are merged with it; a small one goes to the delta.
  // Either way the result is searchable when it returns.
  IndexReport add(SourceReader& reader);
  IndexReport add(const std::vector<Article>& articles);
  // Unknown ids are not an error; report.deleted tells how many there were.
  IndexReport remove(const std::vector<std::string>& ids);
  // Makes one part of all parts and the delta and drops dead articles.
  void compact();
  // Rebuilds every article from its stored text with the present analyser and settings.json.
  IndexReport rebuild();
  // Makes these the settings of the index. When articles must be analysed again for them, it does
  // so and reports on it; otherwise nothing. When it throws, the settings are as they were.
  std::optional<IndexReport> set_settings(const IndexSettings& settings);

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace fihris
