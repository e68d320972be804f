// What a query may have been meant to be.
#pragma once

#include <xapian.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/searcher.h"
#include "fihris/stemmer/analyzer.h"
#include "vocabulary.h"
#include "word_corrections.h"

namespace fihris::internal {

// A piece of a query's text and what to write instead.
struct Replacement {
  Span span;
  std::string text;
};
// `replacements` ascending and disjoint.
std::string replaced(std::string_view text, const std::vector<Replacement>& replacements);

// Cheap to make; what it is given must outlive it. Looks at words that are searched for only, not
// at values of fields, excluded words and operators. Xapian's errors pass through.
class Corrector {
 public:
  Corrector(const Xapian::Database& database, Analyzer& analyzer, LazyVocabulary& vocabulary)
      : database_(database), analyzer_(analyzer), vocabulary_(vocabulary) {}

  // Best first. Every word that was changed is in the index as it is written there.
  std::vector<Correction> corrections(std::string_view query, const CorrectionKinds& kinds);

 private:
  std::optional<Correction> other_keyboard(std::string_view query, const std::vector<Span>& words);
  std::optional<Correction> other_words(std::string_view query, const std::vector<Span>& words,
                                        const CorrectionKinds& kinds);
  std::vector<Replacement> misspelled(std::string_view query, Span word);
  std::optional<Replacement> latin_name(std::string_view query, Span word);
  // Whether each word of the text is in the index, and there is one that is no function word.
  bool is_known(std::string_view text);
  std::string first_known(const Candidates& candidates);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  LazyVocabulary& vocabulary_;
  std::vector<Token> tokens_;
};

}  // namespace fihris::internal
