// Filters that come as a tree, read for the fields of an index.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fihris/searcher/query.h"
#include "fihris/searcher/request.h"

namespace fihris::query {

// What an article must be; it holds or not, and ranks nothing.
struct Restriction {
  enum class Kind : std::uint8_t {
    kAll,        // every one of `parts`
    kAny,        // one of `parts`
    kNot,        // not the one part
    kValues,     // one of `values`, whole
    kNumbers,    // a number, or a moment in seconds since 1970, in one of `ranges`
    kBeginning,  // a value that begins with the one of `values`
    kExists,
    kNull,
    kEmpty,
  } kind = Kind::kAll;
  std::vector<Restriction> parts = {};
  const FieldSpec* field = nullptr;
  std::vector<std::string> values = {};
  std::vector<NumberRange> ranges = {};
};

// Throws Error{kUsage} naming the field that does not exist or does not filter; for a tree that is
// too deep or asks for too many values. `today` as for parse_query(); `fields` must outlive what is
// given back.
Restriction read_restriction(const FilterExpression& filter,
                             std::optional<std::chrono::sys_days> today, const FieldTable& fields);

}  // namespace fihris::query
