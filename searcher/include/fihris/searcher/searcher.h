// Answers queries over an index directory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "fihris/store/generations.h"

namespace fihris {

struct SearcherOptions {
  // How many threads may work on one request, 1 or 2; 0: 2 where there are several processors. A
  // second one shortens the wait and costs a third more processor time: a program that asks once,
  // or has as many searchers as processors, is better off with 1. Answers are the
  // same. The thread begins with the first search() and ends with the searcher; it does not
  // live on in a process forked in between.
  unsigned threads = 0;
};

// One per thread. Follows the index: a generation switched or a delta committed by a writer is seen
// by the next call.
class Searcher {
 public:
  // Throws Error: kIndexMissing, kIndexDamaged, kIndexIncompatible (hint: the command that
  // re-indexes), kInputOutput.
  static Searcher open(const std::filesystem::path& dir, SearcherOptions options = {});
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  SearchResults search(const SearchRequest& request);
  // The words of each text, which may be any UTF-8, that the request's query would mark in a hit:
  // byte ranges, ascending, not overlapping, on grapheme boundaries. Right after search() with the
  // same request it takes no more than the analysis of the texts.
  std::vector<std::vector<Span>> mark(const SearchRequest& request,
                                      std::span<const std::string_view> texts);
  // Ids and scores only, for runs and evaluation: the same ranking as search() without folding,
  // all hits with the same value among them. `today` as in SearchRequest.
  std::vector<RankedId> rank(std::string_view query, std::size_t limit,
                             std::string_view today = {});
  std::optional<Article> get(std::string_view id);
  // Articles that share the words by which this one differs from others. Nothing when there is no
  // article with this id.
  std::optional<RelatedArticles> related(std::string_view id, std::size_t limit = 10);
  // Names, phrases and titles with words that begin like this, whatever article, conjunction, vowel
  // signs or hamza seats they carry. Any text will do; of a long one the first 300 bytes count.
  Suggestions suggest(std::string_view prefix, std::size_t limit = 10);
  // Calls `visit` with every live article, in no particular order.
  void for_each_article(const std::function<void(const Article&)>& visit);
  IndexInfo info() const;
  std::uint64_t live_articles() const;

 private:
  struct Impl;
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace fihris
