// How long a text is to a reader.
#pragma once

#include <cstddef>
#include <string_view>

namespace fihris::internal {

// What byte `i` adds to the count of rough_graphemes: code points count where they begin, a vowel
// sign (U+064B … U+065F) is taken back at its second byte. Modulo 2^64.
inline std::size_t rough_graphemes_at(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  const bool begins = (byte & 0xC0U) != 0x80U;
  const bool sign = i > 0 && text[i - 1] == '\xD9' && byte >= 0x8B && byte <= 0x9F;
  return static_cast<std::size_t>(begins) - static_cast<std::size_t>(sign);
}

// Code points without Arabic vowel signs: near enough to graphemes for choosing passages, and fast.
std::size_t rough_graphemes(std::string_view text);

// Byte length of the first `graphemes` graphemes of `text`, by ICU's rules.
std::size_t prefix_of_graphemes(std::string_view text, std::size_t graphemes);

}  // namespace fihris::internal
