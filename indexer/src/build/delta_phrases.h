// What the articles of a delta add to the suggestions.
#pragma once

#include <xapian.h>

#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/internal/index_directory.h"
#include "phrases/phrase_counter.h"

namespace fihris::indexer::build {

// With what the articles of `delta` begin, from their stored text.
std::vector<phrases::CountedPhrase> count_phrases(const Xapian::Database& delta,
                                                  const AnalyzerConfig& config);

// Writes the table of the delta's phrases anew when the delta has doubled since it was last
// written: so all of its articles are counted again, and deleted ones forgotten, at the price of
// one or two countings each. Newer articles are suggested by their titles until then.
void refresh_delta_phrases(const store::Generation& generation, const AnalyzerConfig& config);

}  // namespace fihris::indexer::build
