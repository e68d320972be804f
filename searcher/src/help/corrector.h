// What a query may have been meant to be.
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "fihris/stemmer/analyzer.h"
#include "words/other_keyboard.h"
#include "words/vocabulary.h"
#include "words/word_corrections.h"

namespace fihris::searcher::help {

// A piece of a query's text and what to write instead.
struct Replacement {
  Span span;
  std::string text;
};
// `replacements` ascending and disjoint.
std::string replaced(std::string_view text, const std::vector<Replacement>& replacements);

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
  // `evidence`: how a word stands in the texts.
  Corrector(const Xapian::Database& database, Analyzer& analyzer, words::LazyVocabulary& vocabulary,
            std::function<words::PrintedEvidence(std::string_view)> evidence)
      : database_(database),
        analyzer_(analyzer),
        vocabulary_(vocabulary),
        evidence_(std::move(evidence)) {}

  // Best first. Every word that was changed is in the index as it is written there.
  std::vector<Guess> guesses(std::string_view query, const CorrectionKinds& kinds);
  // What a query of short Latin words may be on the other keyboard although it finds something:
  // «olds» is خميس. Only what is printed so.
  std::optional<Guess> chance_words(std::string_view query);
  // Whether a query that finds something may still be one typed on the wrong keyboard.
  static bool may_be_mistyped(std::string_view query);

 private:
  std::vector<Guess> other_keyboard(std::string_view query, const std::vector<Span>& words);
  std::optional<Guess> other_words(std::string_view query, const std::vector<Span>& words,
                                   const CorrectionKinds& kinds);
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

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  words::LazyVocabulary& vocabulary_;
  std::function<words::PrintedEvidence(std::string_view)> evidence_;
  std::vector<Token> tokens_;
};

}  // namespace fihris::searcher::help
