// A query tree as one line of text, for tables of expectations.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/query.h"

namespace fihris::testing {

// As query::describe() has it; "-" for no word at all.
std::string tree_of(const query::Parsed& parsed);
std::string tree_of(std::string_view text, bool full_syntax = false);
// On that day.
std::string tree_on(std::chrono::sys_days today, std::string_view text);

// The stretches of `text` that diagnostics point at.
std::vector<std::string> noted(std::string_view text, bool full_syntax = false);

}  // namespace fihris::testing
