// Things to mark, and what the product marks and shows of a text for them.
#pragma once

#include <string_view>
#include <vector>

#include "fihris/searcher/results.h"
#include "fihris/stemmer/analyzer.h"
#include "plan/wanted.h"
#include "show/passages.h"

namespace fihris::testing {

using searcher::plan::Wanted;
using searcher::plan::WantedToken;

// Every word of `text` as a thing to mark, all of the same weight.
std::vector<Wanted> words_wanted(std::string_view text);
// `text` as one phrase.
Wanted phrase_wanted(std::string_view text, unsigned slop = 0);

// All marks in `text`: byte ranges of whole printed words (clitics and marks included), ascending,
// disjoint; the words of a phrase are one range.
std::vector<Span> find_marks(std::string_view text, const std::vector<Wanted>& wanted,
                             Analyzer& analyzer);

// The best passages of `text`, a field's, best first; how it begins where nothing is marked.
std::vector<Snippet> best_snippets(std::string_view text, const std::vector<Wanted>& wanted,
                                   Analyzer& analyzer,
                                   const searcher::show::PassageOptions& options);

}  // namespace fihris::testing
