// Which of the counted phrases are worth suggesting.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/internal/phrase_table.h"
#include "phrases/phrase_counter.h"

namespace fihris::indexer::phrases {

// The table of a part with so many articles: `earlier` tables and what was counted since, without
// what is rare, without what nearly always goes on to a longer phrase, and without words that carry
// a conjunction or preposition in front.
std::string choose_phrases(std::span<const store::PhraseTable> earlier, const PhraseTotals& counted,
                           std::uint64_t articles, Analyzer& analyzer);

}  // namespace fihris::indexer::phrases
