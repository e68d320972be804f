// What a filter of the protocol asks of documents, as a tree of plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fihris::server::filters {

// An end of a range.
struct FilterBound {
  std::string value;
  bool included = true;
  bool operator==(const FilterBound&) const = default;
};

// One condition or several; no character in a field or a value means anything.
struct Filter {
  enum class Kind : std::uint8_t {
    kAnd,         // all of `children`; of none: every document
    kOr,          // any of `children`; of none: no document
    kNot,         // not the one child
    kEquals,      // one of the field's values is `value`
    kRange,       // one of the field's values lies between `from` and `to`
    kBeginsWith,  // one of the field's values begins with `value`
    kExists,      // the field is there, be it null or empty
    kIsNull,      // … and null
    kIsEmpty,     // … and "", [] or {}
  };
  Kind kind = Kind::kAnd;
  std::vector<Filter> children = {};
  std::string field = {};
  std::string value = {};
  std::optional<FilterBound> from = {};
  std::optional<FilterBound> to = {};
  bool operator==(const Filter&) const = default;
};

}  // namespace fihris::server::filters
