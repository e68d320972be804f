// The fields that can be counted.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "fihris/searcher/results.h"
#include "fihris/store/internal/article_columns.h"

namespace fihris::searcher::counts {

// A field of its own, or a part of the date.
struct FacetSpec {
  std::string name;  // the English one
  std::variant<store::FacetField, Histogram> what;
};

// Throws Error{kUsage} naming the first that can not be counted.
std::vector<FacetSpec> read_facets(const std::vector<std::string>& names);

}  // namespace fihris::searcher::counts
