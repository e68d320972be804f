// Decoding of UTF-8 that may be ill-formed.
#pragma once

#include <unicode/utf8.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace fihris::stemmer::text {

// Reads the code point at `pos` and advances; U+FFFD for an ill-formed subsequence. pos <
// text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& pos) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const unsigned char lead = bytes[pos];
  if (lead < 0x80) {
    ++pos;
    return lead;
  }
  // Two-byte forms first: Arabic and accented Latin are all there.
  if (lead >= 0xC2 && lead < 0xE0 && pos + 1 < text.size() && (bytes[pos + 1] & 0xC0) == 0x80) {
    const auto c = static_cast<char32_t>((lead & 0x1F) << 6 | (bytes[pos + 1] & 0x3F));
    pos += 2;
    return c;
  }
  const auto rest = static_cast<std::int32_t>(text.size() - pos < 8 ? text.size() - pos : 8);
  std::int32_t offset = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes + pos, offset, rest, c);
  pos += static_cast<std::size_t>(offset);
  return static_cast<char32_t>(c);
}

inline void append_utf8(std::string& out, char32_t c) {
  char buffer[4];
  std::size_t size = 0;
  U8_APPEND_UNSAFE(buffer, size, static_cast<UChar32>(c));
  out.append(buffer, size);
}

}  // namespace fihris::stemmer::text
