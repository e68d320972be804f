// Snowball's Arabic stemmer with guards: for words that neither the lemma table nor the rules over
// it know.
#pragma once

#include <string>
#include <string_view>

namespace fihris::stemmer::lemmas {

class LemmaTable;

// The stem of `core`, a word in letters whose clitics are off. Never cuts at the front; cuts an
// ending only when it is ة or ات or when the table has counted the rest as a word. Folded letters,
// never empty. Thread-safe.
std::string guarded_stem(std::string_view core, const LemmaTable& table);

}  // namespace fihris::stemmer::lemmas
