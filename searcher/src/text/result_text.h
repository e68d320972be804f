// What the writers share: text of articles made harmless.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihris::searcher::text {

// Number of code points before byte `end` of the repaired text; of units of UTF-16.
std::size_t code_points_before(std::string_view text, std::size_t end);
std::size_t utf16_units_before(std::string_view text, std::size_t end);

// A code point of an article as it may be shown: itself; a space for line ends and tabs; 0 for what
// a page or a terminal would obey instead of show (control codes, escape sequences, direction
// overrides and isolates, annotation and tag characters).
char32_t shown_code_point(char32_t c);

// The text with every code point as shown_code_point() has it.
std::string shown_text(std::string_view text);

// "date", "date-time" → the day.
std::string_view day_of(std::string_view iso);

}  // namespace fihris::searcher::text
