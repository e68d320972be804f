// What is done for a query beyond answering it as typed: other words that may match, corrections,
// and an explanation when nothing is found.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "fihris/store/internal/open_index.h"
#include "help/corrector.h"
#include "plan/query_extras.h"

namespace fihris::searcher::help {

// What a request as typed gives.
struct Typed {
  SearchResults results;
  bool unknown_word = false;  // one of its words is not in the index
};

// One per searcher; not thread-safe. Most queries cost it a look at a file's date.
class CorrectingSearch {
 public:
  using Filters = std::vector<query::Node>;
  // Answers a request as typed.
  using Ask = std::function<Typed(const SearchRequest&, const Filters&)>;
  using Rank = std::function<std::vector<RankedId>(const SearchRequest&)>;

  // `index` and `analyzer` must outlive it.
  CorrectingSearch(store::OpenIndex& index, Analyzer& analyzer, const std::filesystem::path& dir);

  // To be called when the index has changed; and when `analyzer` has.
  void forget_words();
  void forget_analysis() { synonyms_.forget(); }

  plan::QueryExtras extras(const SearchRequest& request);
  // Only when `ask` finds nothing, it is asked again with corrections, and when those find nothing
  // either, the results say why. When something is found though a word is unknown, a correction is
  // offered.
  SearchResults search(const SearchRequest& request, const Filters& filters, const Ask& ask);
  // The same ranking.
  std::vector<RankedId> rank(const SearchRequest& request, const Ask& ask, const Rank& rank);

 private:
  std::vector<Guess> guesses(const SearchRequest& request, const Ask& ask);
  Corrector corrector(const Ask& ask);
  SearchResults corrected(const SearchRequest& request, const Filters& filters, const Ask& ask);

  store::OpenIndex& index_;
  Analyzer& analyzer_;
  words::LazyVocabulary vocabulary_;
  words::VariantFinder variants_;
  words::Synonyms synonyms_;
};

}  // namespace fihris::searcher::help
