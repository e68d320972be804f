#include "help/correcting_search.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "fihris/stemmer/letters.h"
#include "help/explainer.h"
#include "query/query_filters.h"
#include "query/request_day.h"
#include "query/searched_words.h"
#include "rank/bm25.h"
#include "text/query_chars.h"

namespace fihris::searcher::help {
namespace {

bool found_any(const SearchResults& results) {
  return !results.hits.empty() || results.estimated_total > 0;
}

// The letters of a word, alefs as one, without what is printed above and below them.
std::string letters_in(std::string_view printed) {
  std::string letters;
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t next = text::code_point_at(printed, at).next;
    const std::optional<std::string> letter = to_letters(printed.substr(at, next - at));
    if (letter) letters += *letter == "|" || *letter == ">" || *letter == "<" ? "A" : *letter;
    at = next;
  }
  return letters;
}

bool marks_as_printed(const Snippet& snippet, const std::string& letters) {
  return std::any_of(snippet.marks.begin(), snippet.marks.end(), [&](const Span& mark) {
    return letters_in(query::slice(snippet.text, mark)) == letters;
  });
}

// Printed once in so many words is hardly ever.
constexpr double kRarity = 1e6;

// How the index has a word in this form. The marks of some hits show how it is printed.
words::PrintedEvidence evidence_of(std::string_view word, const Xapian::Database& database,
                                   const CorrectingSearch::Ask& ask) {
  SearchRequest request;
  request.query = "=" + std::string(word);
  const std::vector<Hit> hits = ask(request, {}).results.hits;
  if (hits.empty()) return words::PrintedEvidence::kNone;
  const std::string letters = letters_in(word);
  if (letters.empty()) return words::PrintedEvidence::kPrinted;
  const auto as_printed = [&](const Snippet& each) { return marks_as_printed(each, letters); };
  const auto printed = std::count_if(hits.begin(), hits.end(), [&](const Hit& hit) {
    return as_printed(hit.title) ||
           std::any_of(hit.snippets.begin(), hit.snippets.end(), as_printed);
  });
  if (printed == 0) return words::PrintedEvidence::kFolded;
  const bool mistake = 2 * static_cast<std::size_t>(printed) < hits.size();
  const bool rare = printed == 1 && rank::total_words(database) >= kRarity;
  return mistake || rare ? words::PrintedEvidence::kPrintedRarely
                         : words::PrintedEvidence::kPrinted;
}

// `results` is the answer as typed. The first guess that may be made and finds something is made;
// what is as good, or unsure, is offered.
SearchResults best_guess(const SearchRequest& request, SearchResults results,
                         const std::function<SearchResults(const Guess&)>& answer_to,
                         std::vector<Guess> all) {
  const bool found = found_any(results);
  SearchResults better;
  const auto made = std::find_if(all.begin(), all.end(), [&](const Guess& guess) {
    if ((found && !guess.instead) || guess.unsure) return false;
    better = answer_to(guess);
    return found_any(better);
  });
  if (made == all.end()) {
    if (!all.empty()) results.did_you_mean = std::move(all.front().correction);
    return results;
  }
  better.query = request.query;
  better.diagnostics = std::move(results.diagnostics);
  better.corrected = made->correction;
  const auto offered = std::find_if(all.begin(), all.end(), [&](const Guess& guess) {
    const bool as_good = guess.other_reading && &guess == &*made + 1;
    return (as_good || guess.unsure) && found_any(answer_to(guess));
  });
  if (offered != all.end()) better.did_you_mean = std::move(offered->correction);
  return better;
}

}  // namespace

CorrectingSearch::CorrectingSearch(store::OpenIndex& index, Analyzer& analyzer,
                                   const std::filesystem::path& dir)
    : index_(index),
      analyzer_(analyzer),
      vocabulary_(index),
      variants_(index),
      synonyms_(dir / kSynonymsFile) {}

void CorrectingSearch::forget_words() {
  vocabulary_.forget();
  variants_.forget();
}

plan::QueryExtras CorrectingSearch::extras(const SearchRequest& request) {
  if (request.synonyms) synonyms_.follow(analyzer_);
  return {request.variants ? &variants_ : nullptr, request.synonyms ? &synonyms_ : nullptr};
}

Corrector CorrectingSearch::corrector(const Ask& ask) {
  return {index_.database(), analyzer_, vocabulary_, [this, &ask](std::string_view word) {
            return evidence_of(word, index_.database(), ask);
          }};
}

std::vector<Guess> CorrectingSearch::guesses(const SearchRequest& request, const Ask& ask) {
  return corrector(ask).guesses(request.query, request.corrections);
}

SearchResults CorrectingSearch::corrected(const SearchRequest& request, const Filters& filters,
                                          const Ask& ask) {
  Typed typed = ask(request, filters);
  if (typed.unknown_word || Corrector::may_be_mistyped(request.query)) {
    const auto answer_to = [&](const Guess& guess) {
      SearchRequest again = request;
      again.query = guess.correction.query;
      return ask(again, filters).results;
    };
    return best_guess(request, std::move(typed.results), answer_to, guesses(request, ask));
  }
  if (request.corrections.keyboard) {
    std::optional<Guess> chance = corrector(ask).chance_words(request.query);
    if (chance) typed.results.did_you_mean = std::move(chance->correction);
  }
  return std::move(typed.results);
}

SearchResults CorrectingSearch::search(const SearchRequest& request, const Filters& filters,
                                       const Ask& ask) {
  SearchResults results = corrected(request, filters, ask);
  if (request.synonyms) {
    const std::vector<query::Diagnostic>& remarks = synonyms_.remarks();
    results.diagnostics.insert(results.diagnostics.end(), remarks.begin(), remarks.end());
  }
  if (found_any(results)) return results;
  const auto count = [&ask](const SearchRequest& relaxed) {
    return ask(relaxed, query::read_filters(relaxed.filters, query::today_of(relaxed)))
        .results.estimated_total;
  };
  results.explanation = explain_nothing(request, index_.database(), analyzer_, variants_, count);
  return results;
}

std::vector<RankedId> CorrectingSearch::rank(const SearchRequest& request, const Ask& ask,
                                             const Rank& rank) {
  std::vector<RankedId> ids = rank(request);
  const bool mistyped = Corrector::may_be_mistyped(request.query);
  if (!ids.empty() && !mistyped) return ids;
  for (Guess& guess : guesses(request, ask)) {
    if ((!ids.empty() && !guess.instead) || guess.unsure) continue;
    SearchRequest again = request;
    again.query = std::move(guess.correction.query);
    std::vector<RankedId> better = rank(again);
    if (!better.empty()) return better;
  }
  return ids;
}

}  // namespace fihris::searcher::help
