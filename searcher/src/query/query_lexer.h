// Query text → words, phrases and parentheses, each with the signs that belong to it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fihris/store/fields.h"
#include "query/query_diagnostics.h"

namespace fihris::query {

struct Lexeme {
  enum class Kind : std::uint8_t { kWord, kPhrase, kOpen, kClose } kind = Kind::kWord;
  enum class Mark : std::uint8_t { kNone, kRequire, kExclude } mark = Mark::kNone;
  bool exact = false;                // `=` before it
  bool prefix = false;               // `*` after it
  unsigned slop = 0;                 // `~n` beside a phrase
  const FieldSpec* field = nullptr;  // `name:` before it
  Span text;                         // the words themselves, quotes and signs left out
  Span span;                         // all of it
  std::size_t partner = 0;           // of kOpen: the index of its kClose
  // Nothing but the word itself.
  bool is_bare() const { return mark == Mark::kNone && !exact && !prefix && field == nullptr; }
};

// Linear in the text. Parentheses come out matched; what has no partner is left out, with a
// diagnostic. Every kWord and kPhrase has a letter or digit.
std::vector<Lexeme> read_lexemes(std::string_view text, Diagnostics& diagnostics);

}  // namespace fihris::query
