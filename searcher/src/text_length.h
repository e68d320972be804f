// How long a text is to a reader.
#pragma once

#include <cstddef>
#include <string_view>

namespace fihris::internal {

// Code points without Arabic vowel signs: near enough to graphemes for choosing passages, and fast.
std::size_t rough_graphemes(std::string_view text);

// Byte length of the first `graphemes` graphemes of `text`, by ICU's rules.
std::size_t prefix_of_graphemes(std::string_view text, std::size_t graphemes);

}  // namespace fihris::internal
