// The fields of an index: the built-in ones and those of its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "fihris/store/fields.h"
#include "fihris/store/settings.h"

namespace fihris {

// Cheap to copy; what it gives out stays as long as one copy does. Thread-safe.
class FieldTable {
 public:
  FieldTable();  // the built-in fields only
  // Types that are not known are read as text.
  explicit FieldTable(IndexSettings settings);

  const IndexSettings& settings() const;
  // The attributes of the index's own, in the order of their names.
  std::span<const FieldSpec> own() const;
  // The field that a query, a filter or a facet calls so, in English or Arabic (compared
  // normalised); null for none. A built-in field comes before an attribute of the same English
  // name, and an attribute of exactly this name before a built-in field that only sounds so.
  const FieldSpec* find(std::string_view name) const;
  // The field that has this use, for a program that names it as it is declared: an attribute of
  // exactly this name, or else what find() finds. Null for none with this use.
  enum class Use : std::uint8_t { kFilter, kSort, kCount };
  const FieldSpec* find(std::string_view name, Use use) const;
  // The field with this number, which must be below facets().
  const FieldSpec& field_of(FacetField facet) const;
  std::size_t facets() const;

  // For messages: the names that a query knows, that can be counted, and that sort.
  std::vector<std::string_view> query_names() const;
  std::vector<std::string_view> facet_names() const;
  std::vector<std::string_view> sort_names() const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace fihris
