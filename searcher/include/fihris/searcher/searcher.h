// Answers queries over an index directory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/results.h"
#include "fihris/store/generations.h"

namespace fihris {

enum class Sort : std::uint8_t { kRelevance, kDateDescending, kDateAscending };

// Which corrections of a query may be made or offered.
struct CorrectionKinds {
  bool spelling = true;
  bool keyboard = true;
  bool latin = true;
};

struct SearchRequest {
  std::string query;
  std::size_t offset = 0;
  std::size_t limit = 10;
  Sort sort = Sort::kRelevance;
  std::vector<std::string>
      filters;  // "source:…", "date:2025-07..2025-12", …: all must hold; query syntax of one field
  bool snippets = true;       // false: ids, scores and stored fields only
  std::size_t fragments = 2;  // snippets per hit
  std::size_t snippet_graphemes = 220;
  bool full_syntax = false;
  bool explain = false;  // fill in SearchResults::trace and Hit::parts
  // Recent articles gain up to as much as good proximity gives, half of it at this age, counted
  // from the newest article or today, whichever is earlier; 0: age does not matter.
  double recency_half_life_days = 0;
  // Fields whose values are counted over all articles found: source, author, section, tag, year,
  // month, or their Arabic names.
  std::vector<std::string> facets;
  std::size_t facet_values = 100;  // so many of each at most
  Histogram histogram = Histogram::kNone;
  CorrectionKinds corrections;
  bool variants = true;  // other spellings of names the lexicon does not know match as well
  bool synonyms = true;  // so do those of the index's synonyms.txt
  // Near-duplicates are listed with the best of them instead of being hits of their own.
  bool fold = true;
  // "2025-12-23": the day that «الأسبوع الماضي» and recency are told from; empty: the system
  // clock's, in UTC. Error{kUsage} for anything else.
  std::string today;
};
// Up to so many articles found, facets and histogram are exact.
inline constexpr std::size_t kMaxCounted = 50'000;

struct RankedId {
  std::string id;
  double score;
};

struct SearcherOptions {
  // How many threads may work on one request, 1 or 2; 0: 2 where there are several processors. A
  // second one shortens the wait and costs a third more processor time: a program that asks once,
  // or has as many searchers as processors, is better off with 1. Answers are the same but for
  // estimates. The thread begins with the first search() and ends with the searcher; it does not
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
  // Ids and scores only, for runs and evaluation: the same ranking as search() without folding.
  // `today` as in SearchRequest.
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
