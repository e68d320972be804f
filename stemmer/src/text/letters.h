// Arabic words as one byte per letter. The lemmatizer works on Buckwalter transliteration: it is
// half as long as UTF-8, every letter is one `char`, and affixes can be written in the source
// without right-to-left text.
#pragma once

#include "fihris/stemmer/letters.h"

namespace fihris::stemmer::text {

// Folds one letter: on letters what fold_arabic() is on UTF-8.
char fold_letter(char letter);

}  // namespace fihris::stemmer::text
