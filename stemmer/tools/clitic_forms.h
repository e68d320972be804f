// A clitic never changes a word: forms with a proclitic, a pronoun or a regular plural ending go
// with the form that is left without it.
#pragma once

#include "image_writer.h"
#include "lexicon_files.h"
#include "word_counts.h"

namespace fihris::lemma_tool {

// Gives forms that were chosen without regard to what is left without the clitic its lemma, unless
// the whole is a word of its own: it stands under the article, or is far too common for so rare a
// rest. Forms that a list decided stay.
void agree_under_clitics(Forms& forms, const WordCounts& counts, const Lexicon& lexicon);

}  // namespace fihris::lemma_tool
