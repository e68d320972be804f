// How long a text is to a reader.
#pragma once

#include <cstddef>
#include <string_view>

namespace fihris::searcher::text {

// Code points without Arabic vowel signs (U+064B … U+065F): near enough to graphemes for choosing
// passages, and fast. Of the bytes of `text` from `begin` to `end`; a sign is taken back at its
// second byte, so what ends or begins within one is modulo 2^64.
std::size_t rough_graphemes(std::string_view text, std::size_t begin, std::size_t end);
inline std::size_t rough_graphemes(std::string_view text) {
  return rough_graphemes(text, 0, text.size());
}

// Byte length of the first `graphemes` graphemes of `text`, by ICU's rules.
std::size_t prefix_of_graphemes(std::string_view text, std::size_t graphemes);

}  // namespace fihris::searcher::text
