// The Arabic lemmas among the terms of a database.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>

#include "fihris/stemmer/letters.h"

namespace fihris::store {

// Calls visit(letters, articles) with each lemma, as letters (fihris/stemmer/letters.h), in the
// order of the terms. Xapian's errors pass through.
template <class Visit>
void each_arabic_lemma(const Xapian::Database& database, Visit visit) {
  constexpr std::size_t kMaxLetters = 30;  // longer ones are no words
  // The first UTF-8 byte of letters U+0600 – U+06FF is one of 0xD8 to 0xDB; prefixes and Latin
  // words sort before them.
  const std::string first_arabic = "\xD8";
  const std::string behind_arabic = "\xDC";
  const Xapian::TermIterator end = database.allterms_end();
  Xapian::TermIterator term = database.allterms_begin();
  for (term.skip_to(first_arabic); term != end; ++term) {
    const std::string text = *term;
    if (text >= behind_arabic) break;
    const std::optional<std::string> letters = to_letters(text);
    if (letters && letters->size() <= kMaxLetters) visit(*letters, term.get_termfreq());
  }
}

}  // namespace fihris::store
