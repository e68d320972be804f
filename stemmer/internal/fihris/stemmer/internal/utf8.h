// What the bytes of UTF-8 are: the one home of these questions for all rooms. Unless said
// otherwise a text may be ill-formed; each of its ill-formed subsequences reads as one U+FFFD.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace fihris::stemmer {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr bool is_continuation_byte(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// next_code_point() where more than two bytes may make the code point.
char32_t next_of_many_bytes(std::string_view text, std::size_t& pos);

// Reads the code point at `pos` and advances. pos < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& pos) {
  const auto lead = static_cast<unsigned char>(text[pos]);
  if (lead < 0x80) {
    ++pos;
    return lead;
  }
  // Two-byte forms first: Arabic and accented Latin are all there.
  if (lead >= 0xC2 && lead < 0xE0 && pos + 1 < text.size() && is_continuation_byte(text[pos + 1])) {
    const auto c = static_cast<char32_t>((lead & 0x1F) << 6 | (text[pos + 1] & 0x3F));
    pos += 2;
    return c;
  }
  return next_of_many_bytes(text, pos);
}

// The code point that ends at `end`, which moves to its first byte. 0 < end <= text.size().
char32_t previous_code_point(std::string_view text, std::size_t& end);

// The code point at `i` and the index after it. i < text.size().
struct CodePoint {
  char32_t value = 0;
  std::size_t next = 0;
};
inline CodePoint code_point_at(std::string_view text, std::size_t i) {
  CodePoint c{0, i};
  c.value = next_code_point(text, c.next);
  return c;
}

// Calls visit(code point, byte index) for each code point.
template <class Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    visit(next_code_point(text, pos), begin);
  }
}

// Number of code points; `text` is valid.
inline std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return !is_continuation_byte(byte); }));
}

// Adds one code point.
inline void append_utf8(std::string& out, char32_t c) {
  const auto add = [&out](char32_t bits) {
    out += static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (c < 0x80) return add(c);
  if (c < 0x800) {
    add(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      add(0xE0 | c >> 12);
    } else {
      add(0xF0 | c >> 18);
      add(0x80 | (c >> 12 & 0x3F));
    }
    add(0x80 | (c >> 6 & 0x3F));
  }
  add(0x80 | (c & 0x3F));
}

// The value of a European, Arabic-Indic or Persian digit; -1 for anything else.
constexpr int digit_value(char32_t c) {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0'}) {
    if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
  }
  return -1;
}

// Prints nothing where it stands: zero-width spaces, joiners, and marks that steer direction.
constexpr bool is_unseen(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0x061C || c == 0xFEFF;
}

// The nearest place where a code point begins or the text ends: `pos` itself, else back or on.
// pos <= text.size().
inline std::size_t boundary_before(std::string_view text, std::size_t pos) {
  while (pos > 0 && pos < text.size() && is_continuation_byte(text[pos])) --pos;
  return pos;
}
inline std::size_t boundary_behind(std::string_view text, std::size_t pos) {
  while (pos < text.size() && is_continuation_byte(text[pos])) ++pos;
  return pos;
}

// The first `size` bytes, fewer where that would cut a code point.
inline std::string_view first_bytes(std::string_view text, std::size_t size) {
  return text.substr(0, boundary_before(text, std::min(size, text.size())));
}

// `text` without the bytes of `blanks` at its ends.
inline std::string_view trim(std::string_view text, std::string_view blanks) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace fihris::stemmer
