// Lemmas as people write them: keys are folded, and a verb's may be its present.
#pragma once

#include <string>
#include <unordered_map>

#include "image_writer.h"
#include "word_counts.h"

namespace fihris::lemma_tool {

// For every lemma that is not spelled so itself. `forms` as printed. `presents`: folded past of a
// verb → its key, where that is the present.
Spellings careful_spellings(const Forms& forms, const WordCounts& counts,
                            const std::unordered_map<std::string, std::string>& presents);

}  // namespace fihris::lemma_tool
