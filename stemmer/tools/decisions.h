// From chosen readings to the forms of the lemma image.
#pragma once

#include <filesystem>

#include "image_writer.h"
#include "lexicon_files.h"
#include "word_counts.h"

namespace fihris::lemma_tool {

class Dictionary;

struct Decisions {
  Forms forms;
  Spellings spellings;
};

// Decides on a lemma for every counted word, every noun and past tense of the dictionary and every
// word of the lexicon. `dictionary` may be null.
Decisions decide(const WordCounts& counts, const Lexicon& lexicon, const Dictionary* dictionary);

}  // namespace fihris::lemma_tool
