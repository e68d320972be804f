// Marks in texts that somebody else shows.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "plan/marking.h"

namespace fihris::searcher::show {

// For each text the byte ranges of the words that are wanted, as in a hit whose texts these are:
// ascending, not overlapping. Where none of the texts has a word, others of its family are marked.
std::vector<std::vector<Span>> marks_in(const plan::Marking& marking,
                                        std::span<const std::string_view> texts,
                                        Analyzer& analyzer);

}  // namespace fihris::searcher::show
