// Derivational families of lemmas: the widest and least exact of the keys, for low weights.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris {

// The key of the derivational family of a lemma, as Token::lemma and the index hold it: the same
// for كتاب, كاتب, مكتوب and مكتبه. Arabic letters, usually the root; empty for a lemma without a
// sure family: names, function words, months, words in other scripts, words nobody listed.
// Thread-safe; well under a microsecond.
std::string family_of(std::string_view lemma);

// The other lemmas of its family, in no particular order. Thread-safe; the first call takes some
// milliseconds.
std::vector<std::string> relatives_of(std::string_view lemma);

// What says where somebody or something is from: for a place or people its adjectives of origin
// (فلسطيني for فلسطين), for such an adjective the place and its other adjectives. Close enough to
// stand for one another where a word is looked for. Empty for other lemmas. Thread-safe; as fast as
// family_of() for those.
std::vector<std::string> origins_of(std::string_view lemma);

}  // namespace fihris
