// The frame of a columns file: a header and a table of sections.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fihris::store {

inline constexpr std::string_view kColumnsMagic = "fihris-columns 1";  // 16 bytes

// In the order of the table; source, author, section and tag as in FacetField.
enum class ColumnSection : std::uint8_t {
  kDictionaries = 0,  // 4 of them
  kNumbers = 4,       // 3: of source, author, section
  kTagStarts = 7,
  kTagNumbers = 8,
  kDays = 9,
  kSignatures = 10,
};
inline constexpr std::size_t kColumnSections = 11;
// Magic, number of rows, then offset and size of each section: all numbers of 8 bytes.
inline constexpr std::size_t kColumnsHeader = 16 + 8 + kColumnSections * 16;
inline constexpr std::size_t kSignatureBytes = 32;

}  // namespace fihris::store
