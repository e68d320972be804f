// What is marked, as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/highlight.h"

namespace fihris::testing {

// The marked stretches, joined by '|'.
std::string marked(std::string_view text, const std::vector<Span>& marks);
std::string marked(const Snippet& snippet);

// Every word of `text` as a thing to mark, all of the same weight.
std::vector<Wanted> words_wanted(std::string_view text);
// `text` as one phrase.
Wanted phrase_wanted(std::string_view text, unsigned slop = 0);

}  // namespace fihris::testing
