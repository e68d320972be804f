// The orthographic table: what each code point is for tokenising, and what it becomes in the search
// key.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace fihris::stemmer::text {

enum class CharClass : std::uint8_t {
  kBreak,  // space, punctuation, symbol
  kNewline,
  kSentenceEnd,  // . ! ? and their Arabic fellows; a joiner where the tokenizer finds it inside a
                 // token
  kArabic,
  kLatin,
  kDigit,
  kOther,  // letters of other scripts
  kMark,   // belongs to the letter before it and vanishes from the key: harakat, tatweel, combining
           // marks
  kFormat,  // invisible: bidi controls, joiners, soft hyphen; dropped inside words
};

inline bool is_letter_or_digit(CharClass c) {
  return c >= CharClass::kArabic && c <= CharClass::kOther;
}

// Class of a code point; 0xFFFD and unassigned code points break. Thread-safe.
CharClass classify(char32_t c);

// The same for every code point of one or two UTF-8 bytes, for loops over whole texts.
inline constexpr char32_t kFastLimit = 0x800;
using ClassTable = std::array<CharClass, kFastLimit>;
const ClassTable& class_table();
inline CharClass classify(char32_t c, const ClassTable& table) {
  return c < kFastLimit ? table[c] : classify(c);
}

// True for letters that only compatibility decomposition makes readable: Arabic presentation forms,
// full-width and mathematical Latin.
bool is_compatibility(char32_t c);

// One Arabic word as printed, ready for the lemmatizer: NFKC where needed, marks, tatweel and
// format characters gone, Persian and Urdu letters as their Arabic fellows; hamza seats, ta marbuta
// and alef maqsura kept. May contain spaces when a ligature stands for several words (U+FDFA).
std::string printed_arabic(std::string_view word);

// The folding of the search key, applied to a printed word: hamza seats to their bare letter,
// U+0649 ALEF MAKSURA to U+064A YEH, U+0629 TEH MARBUTA to U+0647 HEH. Idempotent. U+0621 HAMZA
// stays: ماء is not ما.
std::string fold_arabic(std::string_view printed);

// Lower-case, compatibility-decomposed, without accents: the key of Latin and other words.
std::string fold_latin(std::string_view word);

// What each code point of Arabic scripts is for the tokenizer and becomes in a key, and the version
// of Unicode that the rest is taken from: for the fingerprint.
std::string letter_table();

// Digits of any script as ASCII; the Arabic decimal separator U+066B as '.', thousands separators
// dropped.
std::string fold_number(std::string_view number);

}  // namespace fihris::stemmer::text
