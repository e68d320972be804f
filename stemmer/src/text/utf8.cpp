#include "text/utf8.h"

#include "fihris/stemmer/analyzer.h"

namespace fihris {

using stemmer::text::append_utf8;
using stemmer::text::next_code_point;

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
