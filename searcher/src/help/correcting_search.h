// Answers a query as it was meant: with corrections, and with an explanation when nothing is found.
#pragma once

#include <vector>

#include "fihris/searcher/results.h"
#include "help/corrector.h"
#include "rank/thread_context.h"
#include "search/plain_search.h"
#include "search/question.h"
#include "words/vocabulary.h"

namespace fihris::searcher::help {

// One per searcher; not thread-safe. Costs most queries nothing. Xapian's errors pass through.
class CorrectingSearch {
 public:
  // `plain` and `context` must outlive it.
  CorrectingSearch(search::PlainSearch& plain, rank::ThreadContext& context)
      : plain_(plain), context_(context), vocabulary_(context.index) {}

  // To be called when the index has changed.
  void forget_words() { vocabulary_.forget(); }

  // Only when the plain search finds nothing, it is asked again with corrections, and when those
  // find nothing either, the results say why. When something is found though a word is unknown, a
  // correction is offered.
  SearchResults answer(const search::Question& question);
  // What is marked in the hits of the last answer.
  const plan::Marking& marking() const { return marking_; }
  // The same ranking, not folded.
  std::vector<RankedId> ranked_ids(const search::Question& question);

 private:
  Corrector corrector() { return {plain_, context_, vocabulary_}; }
  SearchResults corrected(const search::Question& question);
  SearchResults best_guess(const search::Question& question, SearchResults typed,
                           std::vector<Guess> all);

  search::PlainSearch& plain_;
  rank::ThreadContext& context_;
  words::LazyVocabulary vocabulary_;
  plan::Marking marking_;
};

}  // namespace fihris::searcher::help
