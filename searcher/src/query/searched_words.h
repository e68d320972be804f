// Which words of a query are looked for in the text of articles.
#pragma once

#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"
#include "query/query_lexer.h"

namespace fihris::query {

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// The words of a part of the text, as separated by blanks.
std::vector<Span> words_between_blanks(std::string_view text, Span part);

// Whether it is a word such as OR, where operators count.
bool is_operator(std::string_view text, const Lexeme& lexeme);

// The words of a query that are searched for: no values of fields, no excluded words, no
// beginnings, no operators. At most kMaxWords. `lexemes`: those of `query`.
std::vector<Span> searched_words(std::string_view query, const std::vector<Lexeme>& lexemes);

}  // namespace fihris::query
