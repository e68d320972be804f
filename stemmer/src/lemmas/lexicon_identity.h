// Names the lexicon compiled into this library.
#pragma once

#include <string>

namespace fihris::stemmer::lemmas {

// Changes whenever an embedded table changes: 16 hex digits.
std::string lexicon_identity();

}  // namespace fihris::stemmer::lemmas
