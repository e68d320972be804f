#include "query_aid.h"

#include <string>
#include <utility>

#include "explainer.h"
#include "query_filters.h"
#include "request_day.h"

namespace fihris::internal {
namespace {

bool found_any(const SearchResults& results) {
  return !results.hits.empty() || results.estimated_total > 0;
}

// Whether the index has a word in this very form.
bool has_form(std::string_view word, const QueryAid::Ask& ask) {
  SearchRequest request;
  request.query = "=" + std::string(word);
  request.limit = 1;
  request.snippets = false;
  return !ask(request, {}).results.hits.empty();
}

}  // namespace

QueryAid::QueryAid(OpenIndex& index, Analyzer& analyzer, const std::filesystem::path& dir)
    : index_(index),
      analyzer_(analyzer),
      vocabulary_(index),
      variants_(index),
      synonyms_(dir / kSynonymsFile) {}

void QueryAid::forget_words() {
  vocabulary_.forget();
  variants_.forget();
}

QueryExtras QueryAid::extras(const SearchRequest& request) {
  if (request.synonyms) synonyms_.follow(analyzer_);
  return {request.variants ? &variants_ : nullptr, request.synonyms ? &synonyms_ : nullptr};
}

std::vector<Guess> QueryAid::guesses(const SearchRequest& request, const Ask& ask) {
  Corrector corrector(index_.database(), analyzer_, vocabulary_,
                      [&ask](std::string_view word) { return has_form(word, ask); });
  return corrector.guesses(request.query, request.corrections);
}

SearchResults QueryAid::corrected(const SearchRequest& request, const Filters& filters,
                                  const Ask& ask) {
  Typed typed = ask(request, filters);
  SearchResults& results = typed.results;
  const bool found = found_any(results);
  if (!typed.unknown_word && !Corrector::may_be_mistyped(request.query)) return std::move(results);
  std::vector<Guess> all = guesses(request, ask);
  for (Guess& guess : all) {
    if (found && !guess.instead) continue;
    SearchRequest again = request;
    again.query = guess.correction.query;
    SearchResults better = ask(again, filters).results;
    if (!found_any(better)) continue;
    better.query = request.query;
    better.diagnostics = std::move(results.diagnostics);
    better.corrected = std::move(guess.correction);
    return better;
  }
  if (!all.empty()) results.did_you_mean = std::move(all.front().correction);
  return std::move(results);
}

SearchResults QueryAid::search(const SearchRequest& request, const Filters& filters,
                               const Ask& ask) {
  SearchResults results = corrected(request, filters, ask);
  if (request.synonyms) {
    const std::vector<query::Diagnostic>& remarks = synonyms_.remarks();
    results.diagnostics.insert(results.diagnostics.end(), remarks.begin(), remarks.end());
  }
  if (found_any(results)) return results;
  const auto count = [&ask](const SearchRequest& relaxed) {
    return ask(relaxed, read_filters(relaxed.filters, today_of(relaxed))).results.estimated_total;
  };
  results.explanation = explain_nothing(request, index_.database(), analyzer_, variants_, count);
  return results;
}

std::vector<RankedId> QueryAid::rank(const SearchRequest& request, const Ask& ask,
                                     const Rank& rank) {
  std::vector<RankedId> ids = rank(request);
  const bool mistyped = Corrector::may_be_mistyped(request.query);
  if (!ids.empty() && !mistyped) return ids;
  for (Guess& guess : guesses(request, ask)) {
    if (!ids.empty() && !guess.instead) continue;
    SearchRequest again = request;
    again.query = std::move(guess.correction.query);
    std::vector<RankedId> better = rank(again);
    if (!better.empty()) return better;
  }
  return ids;
}

}  // namespace fihris::internal
