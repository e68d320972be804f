// A query tree as one line of text, for tables of expectations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/query.h"

namespace fihris::testing {

// any(a b) all(a b) either(a b) +x -x "a b"~2 ="a b" =w w* title(w) date(2025-01-01..2025-12-31);
// "-" for no word at all.
std::string tree_of(const query::Parsed& parsed);
std::string tree_of(std::string_view text, bool full_syntax = false);
std::string tree_of(const query::Node& node);

// The stretches of `text` that diagnostics point at.
std::vector<std::string> noted(std::string_view text, bool full_syntax = false);

}  // namespace fihris::testing
