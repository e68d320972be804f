// What analysis makes of a text: a sequence of searchable tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fihris {

// A range of bytes [begin, end) in the text as it was given to the analyser, on code-point
// boundaries.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

enum class TokenKind : std::uint8_t {
  kArabic,    // a word in Arabic script
  kLatin,     // a word in Latin script
  kNumber,    // digits, with decimal point or date separators kept inside
  kOther,     // a word in any other script
  kCompound,  // a token that also stands as its parts: COVID-19, غزة_الآن, an address
  kMonth,  // a month by any of its names or by its number in a date; lemma "m01" … "m12", Hijri
           // "h01" … "h12"
};

// One token. `norm` and `lemma` belong to the analyser and stay valid until its next analyze().
//
// A text is a *sequence* of tokens: those with `in_sequence`, numbered by `position` 0, 1, 2, …
// Phrases, proximity and the stored token column look at the sequence only. The others are extra
// ways to find the same place (they carry the position of the first sequence token they overlap):
// the whole of a compound whose parts are in the sequence, another key of a word that may be two
// (قتل, a noun and a verb), and the words of a month name, which is
// one sequence token («كانون الأول», «ديسمبر/ كانون الأول», «ديسمبر» and the 12 of «23/12/2024» are
// each a single kMonth). Of the Hijri months those of two words are; رمضان and the others are
// words.
struct Token {
  Span span;  // the printed word with its clitics and marks
  std::uint32_t position = 0;
  TokenKind kind = TokenKind::kArabic;
  bool in_sequence = true;
  bool also = false;            // not in the sequence: another key of the sequence token before it
  bool stop = false;            // a function word: kept in the sequence, given no posting
  bool name = false;            // a proper name the lexicon lists
  bool sentence_start = false;  // a sentence, heading or paragraph begins with this sequence token
  std::uint32_t lemma_id =
      0;                   // equal for equal (kind class, lemma) within one analyze(); see Analyzer
  std::string_view norm;   // normalised form: exactness is compared on it
  std::string_view lemma;  // the key under which the token is indexed and asked for
};

// A token whose words are not read but can be asked for (Analyzer::norm, Analyzer::lemma): enough
// to find wanted tokens in a text and to lay it out, and made in a third of the time. Fields as
// those of Token.
struct LightToken {
  Span span;
  std::uint32_t position = 0;
  std::uint32_t lemma_id = 0;
  const void* word = nullptr;  // the analyser's
  TokenKind kind = TokenKind::kArabic;
  bool in_sequence = true;
  bool sentence_start = false;
  std::uint8_t month = 0;  // of kMonth, the analyser's number of it
};

}  // namespace fihris
