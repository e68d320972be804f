// The frame of a columns file: a header and a table of sections.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fihris/store/fields.h"

namespace fihris::store {

inline constexpr std::string_view kColumnsMagic = "fihris-columns 1";  // 16 bytes

// The sections that are there once, by their place in the table.
enum class ColumnSection : std::uint8_t { kDays = 9, kSignatures = 10 };

// The places of the sections of a facet. Without lists a facet has no starts.
struct FacetSections {
  std::size_t dictionary;
  std::size_t numbers;
  std::size_t starts;
};
// Where those of the first four facets, and the two above, are; a facet that came later has three
// places behind, which files from before it do not have.
inline constexpr std::size_t kFirstSections = 11;
inline constexpr std::array<FacetSections, 4> kFirstFacets{
    {{0, 4, kFirstSections}, {1, 5, kFirstSections}, {2, 6, kFirstSections}, {3, 8, 7}}};
static_assert(kFacetFields >= kFirstFacets.size());

constexpr FacetSections sections_of(FacetField facet) {
  const auto number = static_cast<std::size_t>(facet);
  if (number < kFirstFacets.size()) return kFirstFacets[number];
  const std::size_t first = kFirstSections + 3 * (number - kFirstFacets.size());
  return {first, first + 1, first + 2};
}

// With so many facets, those of the index's own attributes included.
constexpr std::size_t column_sections(std::size_t facets) {
  return kFirstSections + 3 * (facets - kFirstFacets.size());
}
// Magic, number of rows, then offset and size of each section: all numbers of 8 bytes.
constexpr std::size_t columns_header(std::size_t sections) { return 16 + 8 + sections * 16; }
inline constexpr std::size_t kSignatureBytes = 32;

}  // namespace fihris::store
