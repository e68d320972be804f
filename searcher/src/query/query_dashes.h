// Dashes that enclose words: «قال -رحمه الله- كلمة» excludes nothing.
#pragma once

#include <string_view>
#include <vector>

#include "query/query_lexer.h"

namespace fihris::query {

// Takes the mark of exclusion off a word that a dash stands before, where a later word, or the same
// one, has the dash that closes it. `lexemes`: those of `text`.
void read_paired_dashes_as_text(std::string_view text, std::vector<Lexeme>& lexemes);

}  // namespace fihris::query
