// What the lexicon knows of words, for corrections and spelling variants.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace fihris {

enum class Familiarity : std::uint8_t {
  kUnknown,  // not in the lexicon
  kRare,     // in the lexicon with hardly any other form: nearly always a name
  kName,     // a protected name
  kWord,     // a word of the language, with inflected forms
  kCommon,   // a function word, or listed by hand: never a name
};
// `letters`: one word, see letters.h, as printed or folded. Thread-safe.
Familiarity familiarity(std::string_view letters);

// What the lexicon files a word under, clitics or not; nothing when it does not list the word.
// `letters` as printed or folded. Thread-safe.
struct LexiconWord {
  std::string_view lemma;  // folded; lives as long as the process
  bool stop = false;       // a function word
};
std::optional<LexiconWord> find_in_lexicon(std::string_view letters);

// The key of one Arabic word, as Token::lemma has it, clitics taken off. `utf8` as printed or
// folded. Thread-safe; a microsecond, nothing is cached.
std::string key_of_word(std::string_view utf8);

// The lemma of an Arabic token as people write it: مكتبة for the key مكتبه, a verb as its past
// tense. The lemma itself where the lexicon does not know better. Thread-safe.
std::string spelled_lemma(std::string_view lemma);

// The noun that a verb's key is the present of: قتل for يقتل, where the past is spelled like it.
// Empty for any other lemma. Such a verb is not posted where the noun stands: whoever looks for one
// asks for both. Thread-safe.
std::string noun_beside_verb(std::string_view lemma);

// Whether the build found the dictionary (Debian's hunspell-ar): without it the lemma table is made
// of the lexicon and of counted words, and more words are stemmed by rule. Thread-safe.
bool lemma_table_has_dictionary();

// A spelling of a word the lexicon knows, without clitics.
struct LexiconForm {
  std::string_view letters;    // as printed, see letters.h
  std::string_view lemma;      // folded
  std::uint8_t frequency = 0;  // 10 · log2(1 + count in a news archive)
};
// In no particular order. The views live as long as the process. Thread-safe.
void for_each_lexicon_form(const std::function<void(const LexiconForm&)>& visit);

}  // namespace fihris
