// Which lemmas belong to one derivational family (كتاب, كاتب, مكتوب, مكتبة).
#pragma once

#include "image_writer.h"
#include "lexicon_files.h"
#include "word_counts.h"

namespace fihris::lemma_tool {

class Dictionary;

// Lemma → key of its family, for the lemmas of `forms` that have one: the root; of an adjective of
// origin and its name, the name. Other names, function words and words whose root is in doubt have
// none. `dictionary` may be null.
Families find_families(const Forms& forms, const WordCounts& counts, const Lexicon& lexicon,
                       const Dictionary* dictionary);

}  // namespace fihris::lemma_tool
