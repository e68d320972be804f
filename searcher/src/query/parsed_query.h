// A query's text and all that is read from it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "fihris/searcher/query.h"
#include "query/query_lexer.h"

namespace fihris::query {

// Spans are in `text`. Made once for each text: who needs to know what a query says is given this.
struct ParsedQuery {
  std::string text;
  std::vector<Lexeme> lexemes;
  std::optional<Node> root;   // nothing when the text has no word at all
  bool asks_nothing = false;  // blanks and punctuation marks only, or not even that
  std::vector<Diagnostic> diagnostics;
  std::vector<Span> searched_words;  // looked for in the text of articles: searched_words.h
};

// Like parse_query().
ParsedQuery read_query(std::string text, bool full_syntax = false,
                       std::optional<std::chrono::sys_days> today = std::nullopt,
                       const FieldTable& fields = FieldTable());

}  // namespace fihris::query
