#include "help/correcting_search.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "help/explainer.h"

namespace fihris::searcher::help {
namespace {

using search::Question;

bool found_any(const SearchResults& results) {
  return !results.hits.empty() || results.estimated_total > 0;
}

}  // namespace

// Answers the first guess that may be made and finds something, and offers what is as good, or
// unsure. `typed` is the answer to the query as typed.
SearchResults CorrectingSearch::best_guess(const Question& question, SearchResults typed,
                                           std::vector<Guess> all) {
  const bool found = found_any(typed);
  SearchResults better;
  const auto made = std::find_if(all.begin(), all.end(), [&](const Guess& guess) {
    if ((found && !guess.instead) || guess.unsure || plain_.out_of_time()) return false;
    const query::ParsedQuery query = question.read(guess.correction.query);
    search::Answer answer = plain_.answer(question.about(query));
    better = std::move(answer.results);
    if (!found_any(better)) return false;
    marking_ = std::move(answer.marking);
    return true;
  });
  if (made == all.end()) {
    if (!all.empty()) typed.did_you_mean = std::move(all.front().correction);
    return typed;
  }
  better.query = question.query.text;
  better.diagnostics = std::move(typed.diagnostics);
  better.corrected = made->correction;
  const auto offered = std::find_if(all.begin(), all.end(), [&](const Guess& guess) {
    const bool as_good = guess.other_reading && &guess == &*made + 1;
    if ((!as_good && !guess.unsure) || plain_.out_of_time()) return false;
    const query::ParsedQuery query = question.read(guess.correction.query);
    return plain_.count(question.about(query)) > 0;
  });
  if (offered != all.end()) better.did_you_mean = std::move(offered->correction);
  return better;
}

// The answer as typed, or to what was meant, without an explanation.
SearchResults CorrectingSearch::corrected(const Question& question) {
  const CorrectionKinds& kinds = question.request.corrections;
  search::Answer typed = plain_.answer(question);
  marking_ = std::move(typed.marking);
  if (plain_.out_of_time()) return std::move(typed.results);
  if (typed.unknown_word || Corrector::may_be_mistyped(question.query.text)) {
    return best_guess(question, std::move(typed.results),
                      corrector().guesses(question.query, kinds));
  }
  if (kinds.keyboard) {
    std::optional<Guess> chance = corrector().chance_words(question.query);
    if (chance) typed.results.did_you_mean = std::move(chance->correction);
  }
  return std::move(typed.results);
}

SearchResults CorrectingSearch::answer(const Question& question) {
  SearchResults results = corrected(question);
  if (!found_any(results) && !plain_.out_of_time())
    results.explanation = explain_nothing(question, plain_, context_);
  results.timed_out = plain_.stopped();
  results.exhaustive = results.exhaustive && !results.timed_out;
  return results;
}

std::vector<RankedId> CorrectingSearch::ranked_ids(const Question& question) {
  std::vector<RankedId> ids = plain_.ranked_ids(question);
  if (!ids.empty() && !Corrector::may_be_mistyped(question.query.text)) return ids;
  for (Guess& guess : corrector().guesses(question.query, question.request.corrections)) {
    if ((!ids.empty() && !guess.instead) || guess.unsure) continue;
    const query::ParsedQuery query = question.read(std::move(guess.correction.query));
    std::vector<RankedId> better = plain_.ranked_ids(question.about(query));
    if (!better.empty()) return better;
  }
  return ids;
}

}  // namespace fihris::searcher::help
