// Titles that have the words being typed.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "discover/typed_words.h"
#include "fihris/searcher/results.h"
#include "rank/thread_context.h"

namespace fihris::searcher::discover {

// The newest first, no title twice. `likely_words` are printed words with which the one at hand may
// go on, besides those that begin as their lemmas do.
std::vector<Suggestion> suggest_titles(rank::ThreadContext& context, const TypedWords& typed,
                                       const std::vector<std::string>& likely_words,
                                       std::size_t most);

}  // namespace fihris::searcher::discover
