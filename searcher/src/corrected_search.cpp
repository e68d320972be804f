#include "corrected_search.h"

#include <utility>

namespace fihris::internal {

bool found_any(const SearchResults& results) {
  return !results.hits.empty() || results.estimated_total > 0;
}

SearchResults search_with_corrections(const SearchRequest& request, Corrector& corrector,
                                      const AskAsTyped& ask) {
  Typed typed = ask(request);
  SearchResults& results = typed.results;
  if (!typed.unknown_word) return std::move(results);
  std::vector<Correction> corrections = corrector.corrections(request.query, request.corrections);
  if (corrections.empty()) return std::move(results);
  if (found_any(results)) {
    results.did_you_mean = std::move(corrections.front());
    return std::move(results);
  }
  for (Correction& correction : corrections) {
    SearchRequest again = request;
    again.query = correction.query;
    SearchResults better = ask(again).results;
    if (!found_any(better)) continue;
    better.query = request.query;
    better.diagnostics = std::move(results.diagnostics);
    better.corrected = std::move(correction);
    return better;
  }
  results.did_you_mean = std::move(corrections.front());
  return std::move(results);
}

}  // namespace fihris::internal
