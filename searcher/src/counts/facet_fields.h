// The fields that can be counted.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "fihris/searcher/results.h"
#include "fihris/store/field_table.h"

namespace fihris::searcher::counts {

// A field of its own, or a part of the date.
struct FacetSpec {
  std::string name;  // the English one
  std::variant<FacetField, Histogram> what;
};

// Throws Error{kUsage} naming the first that can not be counted.
std::vector<FacetSpec> read_facets(const std::vector<std::string>& names, const FieldTable& fields);

}  // namespace fihris::searcher::counts
