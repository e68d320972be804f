// Query text → words, phrases and parentheses, each with the signs that belong to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fihris/searcher/query.h"
#include "fihris/store/field_table.h"

namespace fihris::query {

struct Lexeme {
  enum class Kind : std::uint8_t { kWord, kPhrase, kOpen, kClose } kind = Kind::kWord;
  enum class Mark : std::uint8_t { kNone, kRequire, kExclude } mark = Mark::kNone;
  bool exact = false;                // `=` before it
  bool prefix = false;               // `*` after it
  bool any_value = false;            // `*` alone, of a field
  unsigned slop = 0;                 // `~n` beside a phrase
  const FieldSpec* field = nullptr;  // `name:` before it
  Span text;                         // the words themselves, quotes and signs left out
  Span span;                         // all of it
  std::size_t partner = 0;           // of kOpen: the index of its kClose
  // Nothing but the word itself.
  bool is_bare() const { return mark == Mark::kNone && !exact && !prefix && field == nullptr; }
};

// Collects what the parser has to say, and stops when nobody would read on.
class Diagnostics {
 public:
  static constexpr std::size_t kMax = 20;

  void add(std::string message, Span span) {
    if (list_.size() < kMax) list_.push_back({std::move(message), span});
  }
  std::vector<Diagnostic> take() { return std::move(list_); }

 private:
  std::vector<Diagnostic> list_;
};

// Linear in the text. Parentheses come out matched; what has no partner is left out, with a
// diagnostic. Every kWord and kPhrase has a letter or digit, but for any_value.
// `fields` must outlive the lexemes.
std::vector<Lexeme> read_lexemes(std::string_view text, const FieldTable& fields,
                                 Diagnostics& diagnostics);

}  // namespace fihris::query
