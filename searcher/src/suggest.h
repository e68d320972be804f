// What somebody who is typing may mean.
#pragma once

#include <cstddef>
#include <string_view>

#include "fihris/searcher/results.h"
#include "search_tools.h"

namespace fihris::internal {

Suggestions suggest(SearchTools& tools, std::string_view prefix, std::size_t limit);

}  // namespace fihris::internal
