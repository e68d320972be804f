// Text → words with byte spans. Knows characters, not words: no lexicon, no stemming.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"
#include "text/orthography.h"

namespace fihris::stemmer::tokens {

// A run of letters or digits of one script class, with the marks on them.
struct Piece {
  Span span;
  text::CharClass kind = text::CharClass::kBreak;
  bool newline_before = false;
  bool stop_before = false;  // a character that may end a sentence lies before it
  bool adjacent = false;     // nothing lies before it since the last piece
  char32_t joiner = 0;       // the single character since the last piece, else 0
};

// Pieces that were written as one: «والـBBC», «COVID-19», «غزة_الآن», "12.5", «أ.ف.ب».
struct Word {
  Span span;  // as printed, with a clitic in another script: «والـBBC»
  Span key;   // without that clitic: what is analysed
  TokenKind kind = TokenKind::kArabic;
  bool sentence_start = false;
  std::uint8_t date_month = 0;  // on the number of the month in a date of figures: 1–12
  bool acronym = false;         // letters with full stops between them
  std::uint32_t compound =
      0;  // on the first of several parts: how many words make the compound; else 0
  TokenKind compound_kind = TokenKind::kCompound;  // kNumber for a telephone number
  Span compound_key;                               // on that first part: the whole, from key.begin
};

// Splits text into words. Linear in the text. One per thread: keeps its buffers.
class Tokenizer {
 public:
  void split(std::string_view utf8, std::vector<Word>& words);

 private:
  void scan(std::string_view utf8);
  bool starts_sentence(std::string_view utf8, std::size_t first) const;
  void emit_chain(std::string_view utf8, std::size_t first, std::size_t last,
                  std::vector<Word>& words);

  std::vector<Piece> pieces_;
};

}  // namespace fihris::stemmer::tokens
