#include "text/result_text.h"

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::searcher::text {

std::size_t code_points_before(std::string_view text, std::size_t end) {
  std::size_t count = 0;
  stemmer::each_code_point(text.substr(0, end), [&count](char32_t, std::size_t) { ++count; });
  return count;
}

std::size_t utf16_units_before(std::string_view text, std::size_t end) {
  std::size_t count = 0;
  stemmer::each_code_point(text.substr(0, end),
                           [&count](char32_t c, std::size_t) { count += c > 0xFFFF ? 2 : 1; });
  return count;
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

std::string shown_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  stemmer::each_code_point(text, [&out](char32_t c, std::size_t) {
    if (const char32_t shown = shown_code_point(c); shown != 0) stemmer::append_utf8(out, shown);
  });
  return out;
}

std::string_view day_of(std::string_view iso) {
  return iso.substr(0, std::min<std::size_t>(10, iso.size()));
}

}  // namespace fihris::searcher::text
