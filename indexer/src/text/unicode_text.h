// Small questions about text that the readers ask everywhere.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::text {

// White space of any kind and characters that show nothing: bidi controls, zero-width spaces, BOM.
// Not NUL.
bool is_blank(char32_t c);
std::string_view trim(std::string_view text);
// Trimmed, with every run of blanks, line breaks included, as one space.
std::string collapse_blanks(std::string_view text);

// "\r\n" and "\r" as "\n".
std::string with_plain_newlines(std::string_view text);

// Latin capitals of ASCII as small letters, all else as it is.
std::string lower_ascii(std::string_view text);

// A name of a file, of any bytes, as a text of one line: what is no UTF-8 and what shows nothing
// becomes %XX of its bytes.
std::string printable_path(std::string_view path);

// Characters a reader would count: code points without combining marks. Stops counting at `limit`.
std::size_t count_letters(std::string_view text, std::size_t limit);
// Runs between blanks that hold a letter or a digit. Stops counting at `limit`.
std::size_t count_words(std::string_view text, std::size_t limit);
bool has_words(std::string_view text);

// What a fixed phrase is compared by: normalised, lower-case, punctuation as single spaces. «إقرأ
// أيضاً:» and «اقرأ ايضا» have one key.
std::string phrase_key(std::string_view text);

// The parts of `text` between any of the characters in `separators`, trimmed; empty parts are left
// out.
std::vector<std::string_view> split_any(std::string_view text, std::u32string_view separators);

// The values trimmed, without empty ones and those that are the same as one before normalised.
std::vector<std::string> distinct(const std::vector<std::string>& values);

}  // namespace fihris::indexer::text
