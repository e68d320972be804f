// What single code points mean to the query parser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::searcher::text {

using stemmer::code_point_at;
using stemmer::CodePoint;
using stemmer::digit_value;

// Spaces, line ends, and controls, NUL included.
bool is_separator(char32_t c);
// Marks that steer direction or joining and print nothing: they may stand before an operator
// unseen.
bool is_invisible(char32_t c);
// A letter or digit: what makes a stretch of text a word.
bool is_word_character(char32_t c);
// A sign on the letter before it.
bool is_mark(char32_t c);
bool has_word_character(std::string_view text);

bool is_plus(char32_t c);
bool is_minus(char32_t c);
bool is_equals(char32_t c);
bool is_star(char32_t c);
bool is_colon(char32_t c);
bool is_tilde(char32_t c);
bool is_open_parenthesis(char32_t c);
bool is_close_parenthesis(char32_t c);
// Quotation marks that close one another.
enum class QuoteClass { kNone, kDouble, kGuillemet, kSingle };
QuoteClass opening_quote(char32_t c);
bool closes(char32_t c, QuoteClass quote);

// `text` without invisible marks, with European digits.
std::string plain_digits(std::string_view text);

}  // namespace fihris::searcher::text
