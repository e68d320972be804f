#include "fihris/stemmer/internal/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>

#include "fihris/stemmer/analyzer.h"

namespace fihris {
namespace stemmer {

char32_t next_of_many_bytes(std::string_view text, std::size_t& pos) {
  // ICU's macros take 32-bit indexes: look at no more than one code point's bytes.
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + pos;
  const auto rest = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - pos, 4));
  std::int32_t used = 0;
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, used, rest, c);
  pos += static_cast<std::size_t>(used);
  return static_cast<char32_t>(c);
}

char32_t previous_code_point(std::string_view text, std::size_t& end) {
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && is_continuation_byte(text[begin])) --begin;
  std::size_t pos = begin;
  const char32_t c = next_code_point(text, pos);
  end = pos == end ? begin : end - 1;  // ill-formed: step over one byte
  return c;
}

}  // namespace stemmer

using stemmer::append_utf8;
using stemmer::next_code_point;

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t pos = 0; pos < bytes.size();) {
    const std::size_t begin = pos;
    // A genuine U+FFFD is three bytes EF BF BD; any other way to get it is an ill-formed sequence.
    if (next_code_point(bytes, pos) == 0xFFFD &&
        bytes.substr(begin, pos - begin) != "\xEF\xBF\xBD") {
      return false;
    }
  }
  return true;
}

std::string repair_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t pos = 0; pos < bytes.size();) {
    append_utf8(out, next_code_point(bytes, pos));
  }
  return out;
}

}  // namespace fihris
