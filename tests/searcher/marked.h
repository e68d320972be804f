// What is marked, as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/results.h"

namespace fihris::testing {

// The marked stretches, joined by '|'.
std::string marked(std::string_view text, const std::vector<Span>& marks);
std::string marked(const Snippet& snippet);

}  // namespace fihris::testing
