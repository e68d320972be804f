#include "encodings/wide.h"

#include <algorithm>
#include <array>

namespace fihris::indexer::encodings {
namespace {

struct Layout {
  const char* name;
  std::string_view mark;
  std::size_t unit;
  bool little;
};

// UTF-32LE before UTF-16LE, whose mark its own begins with.
constexpr std::array kLayouts{
    Layout{"UTF-32LE", std::string_view("\xFF\xFE\0\0", 4), 4, true},
    Layout{"UTF-32BE", std::string_view("\0\0\xFE\xFF", 4), 4, false},
    Layout{"UTF-16LE", "\xFF\xFE", 2, true},
    Layout{"UTF-16BE", "\xFE\xFF", 2, false},
};

unsigned unit_at(std::string_view text, std::size_t pos, const Layout& layout) {
  unsigned value = 0;
  for (std::size_t i = 0; i < layout.unit; ++i) {
    const std::size_t byte = layout.little ? pos + layout.unit - 1 - i : pos + i;
    value = value << 8 | static_cast<unsigned char>(text[byte]);
  }
  return value;
}

// Printed in Arabic or Latin text; nearly nothing that is read in a wrong layout is.
bool is_expected(unsigned unit) {
  return (unit >= 0x20 && unit < 0x17F) || unit == '\t' || unit == '\r' || unit == '\n' ||
         (unit >= 0x060C && unit < 0x0700) || (unit >= 0x2000 && unit < 0x2070) ||
         (unit >= 0xFE70 && unit <= 0xFEFF);
}

// Units in a hundred that are expected.
std::size_t expected_share(std::string_view text, const Layout& layout) {
  std::size_t units = 0;
  std::size_t expected = 0;
  for (std::size_t pos = 0; pos + layout.unit <= text.size(); pos += layout.unit, ++units) {
    expected += is_expected(unit_at(text, pos, layout)) ? 1 : 0;
  }
  return units == 0 ? 0 : expected * 100 / units;
}

// Text in single bytes has neither of the high bytes of ASCII and of Arabic.
bool may_be_wide(std::string_view head) {
  return std::any_of(head.begin(), head.end(), [](char c) { return c == 0 || c == 0x06; });
}

}  // namespace

std::string wide_encoding(std::string_view head) {
  constexpr std::size_t kLookedAt = 4096;
  constexpr std::size_t kLeastShare = 95;
  for (const Layout& layout : kLayouts) {
    if (head.substr(0, layout.mark.size()) == layout.mark) return layout.name;
  }
  if (!may_be_wide(head.substr(0, 16))) return {};
  for (const Layout& layout : kLayouts) {
    if (expected_share(head.substr(0, kLookedAt), layout) >= kLeastShare) return layout.name;
  }
  return {};
}

}  // namespace fihris::indexer::encodings
