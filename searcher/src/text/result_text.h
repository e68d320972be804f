// What the writers share: text of articles made harmless.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihris::searcher::text {

// Number of code points in text[0, end); `text` is valid UTF-8.
std::size_t code_points(std::string_view text, std::size_t end);

// A code point of an article as it may be shown: itself; a space for line ends and tabs; 0 for what
// a page or a terminal would obey instead of show (control codes, escape sequences, direction
// overrides and isolates, annotation and tag characters).
char32_t shown_code_point(char32_t c);

// Adds one code point as UTF-8.
void append_utf8(std::string& out, char32_t c);

// Calls visit(code point, byte index) for each code point.
template <class Visit>
void each_code_point(std::string_view text, Visit visit);

// The text with every code point as shown_code_point() has it.
std::string shown_text(std::string_view text);

// "date", "date-time" → the day.
std::string_view day_of(std::string_view iso);

}  // namespace fihris::searcher::text

#include "text/query_chars.h"

namespace fihris::searcher::text {

template <class Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    visit(c.value, i);
    i = c.next;
  }
}

}  // namespace fihris::searcher::text
