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
  const bool found = found_any(results);
  if (!typed.unknown_word && !Corrector::may_be_mistyped(request.query)) return std::move(results);
  std::vector<Guess> guesses = corrector.guesses(request.query, request.corrections);
  for (Guess& guess : guesses) {
    if (found && !guess.instead) continue;
    SearchRequest again = request;
    again.query = guess.correction.query;
    SearchResults better = ask(again).results;
    if (!found_any(better)) continue;
    better.query = request.query;
    better.diagnostics = std::move(results.diagnostics);
    better.corrected = std::move(guess.correction);
    return better;
  }
  if (!guesses.empty()) results.did_you_mean = std::move(guesses.front().correction);
  return std::move(results);
}

}  // namespace fihris::internal
