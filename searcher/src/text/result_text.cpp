#include "text/result_text.h"

#include <algorithm>

namespace fihris::searcher::text {

std::size_t code_points(std::string_view text, std::size_t end) {
  const std::string_view part = text.substr(0, end);
  return static_cast<std::size_t>(std::count_if(part.begin(), part.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

char32_t shown_code_point(char32_t c) {
  const bool line_end = c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
  if (line_end) return U' ';
  const bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  const bool special =
      (c >= 0xFFF9 && c <= 0xFFFB) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F);
  return control || direction || special ? 0 : c;
}

void append_utf8(std::string& out, char32_t c) {
  const auto byte = [](char32_t bits) {
    return static_cast<char>(static_cast<unsigned char>(bits));
  };
  if (c < 0x80) {
    out += byte(c);
  } else if (c < 0x800) {
    out += byte(0xC0 | c >> 6);
    out += byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += byte(0xE0 | c >> 12);
    out += byte(0x80 | (c >> 6 & 0x3F));
    out += byte(0x80 | (c & 0x3F));
  } else {
    out += byte(0xF0 | c >> 18);
    out += byte(0x80 | (c >> 12 & 0x3F));
    out += byte(0x80 | (c >> 6 & 0x3F));
    out += byte(0x80 | (c & 0x3F));
  }
}

std::string shown_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each_code_point(text, [&out](char32_t c, std::size_t) {
    if (const char32_t shown = shown_code_point(c); shown != 0) append_utf8(out, shown);
  });
  return out;
}

std::string_view day_of(std::string_view iso) {
  return iso.substr(0, std::min<std::size_t>(10, iso.size()));
}

}  // namespace fihris::searcher::text
