// What a query may have been meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "help/replacement.h"
#include "query/parsed_query.h"
#include "rank/thread_context.h"
#include "search/plain_search.h"
#include "words/other_keyboard.h"
#include "words/vocabulary.h"
#include "words/word_corrections.h"

namespace fihris::searcher::help {

// A correction, and whether the query as typed makes so little sense that what it finds is no
// answer: none of its words is in the index, only pieces of them.
struct Guess {
  Correction correction;
  bool instead = false;
  // Another reading of the same keys, as good as the one before it in the list.
  bool other_reading = false;
  // Not to be made, only offered.
  bool unsure = false;
};

// Cheap to make; what it is given must outlive it. Looks at words that are searched for only, not
// at values of fields, excluded words and operators. Xapian's errors pass through.
class Corrector {
 public:
  // `search` is asked how words are printed, `context` which there are.
  Corrector(search::PlainSearch& search, rank::ThreadContext& context,
            words::LazyVocabulary& vocabulary)
      : search_(search), context_(context), vocabulary_(vocabulary) {}

  // Best first. Every word that was changed is in the index as it is written there.
  std::vector<Guess> guesses(const query::ParsedQuery& query, const CorrectionKinds& kinds);
  // What a query of short Latin words may be on the other keyboard although it finds something:
  // «olds» is خميس. Only what is printed so.
  std::optional<Guess> chance_words(const query::ParsedQuery& query);
  // Whether a query that finds something may still be one typed on the wrong keyboard.
  static bool may_be_mistyped(std::string_view query);

 private:
  std::vector<Guess> other_keyboard(const query::ParsedQuery& query);
  std::optional<Guess> other_words(const query::ParsedQuery& query, const CorrectionKinds& kinds);
  std::vector<Replacement> misspelled(std::string_view query, Span word);
  std::optional<Replacement> latin_name(std::string_view query, Span word);
  // Whether each word of the text is in the index, and there is one that is no function word.
  bool is_known(std::string_view text);
  bool makes_sense(std::string_view word);
  words::PrintedEvidence evidence(std::string_view retyped);
  bool is_likely(std::string_view retyped);
  // The first that is known and has just these clitics.
  const words::Candidate* first_known(const words::Candidates& candidates,
                                      const std::vector<std::string>& clitics);

  search::PlainSearch& search_;
  rank::ThreadContext& context_;
  words::LazyVocabulary& vocabulary_;
  std::vector<Token> tokens_;
};

}  // namespace fihris::searcher::help
