// The content of a table as bytes, for the fingerprint of the analysis (fingerprint.h).
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace fihris::stemmer::text {

inline std::string cell(std::string_view value) { return std::string(value) + '\x1f'; }

template <std::integral Number>
std::string cell(Number value) {
  return cell(std::to_string(value));
}

// Numbers and texts side by side: no two different rows give the same bytes.
template <class... Cells>
std::string table_row(const Cells&... cells) {
  std::string row;
  ((row += cell(cells)), ...);
  return row + '\x1e';
}

}  // namespace fihris::stemmer::text
