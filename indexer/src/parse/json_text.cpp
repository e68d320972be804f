#include "parse/json_text.h"

#include <algorithm>
#include <charconv>

namespace fihris::indexer::parse {
namespace {

constexpr std::size_t kEscapeSize = 6;  // \uXXXX

// The code unit of the escape \uXXXX at `pos`, or -1.
int escaped_unit(std::string_view json, std::size_t pos) {
  if (json.size() < pos + kEscapeSize || json[pos] != '\\' || json[pos + 1] != 'u') return -1;
  int unit = 0;
  const char* end = json.data() + pos + kEscapeSize;
  const auto result = std::from_chars(json.data() + pos + 2, end, unit, 16);
  return result.ec == std::errc() && result.ptr == end ? unit : -1;
}

bool is_high(int unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(int unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

void replace_lone_surrogates(std::string& json) {
  constexpr std::string_view kReplacement = "\\ufffd";
  for (std::size_t pos = json.find('\\'); pos != std::string::npos; pos = json.find('\\', pos)) {
    const int unit = escaped_unit(json, pos);
    if (unit < 0) {
      pos += 2;  // another escape: its second character may be a backslash
    } else if (is_high(unit) && is_low(escaped_unit(json, pos + kEscapeSize))) {
      pos += 2 * kEscapeSize;
    } else {
      if (is_high(unit) || is_low(unit))
        std::ranges::copy(kReplacement, json.begin() + static_cast<std::ptrdiff_t>(pos));
      pos += kEscapeSize;
    }
  }
}

}  // namespace fihris::indexer::parse
