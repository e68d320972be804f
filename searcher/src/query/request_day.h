// The day a request is asked on.
#pragma once

#include <chrono>
#include <optional>

#include "fihris/searcher/request.h"

namespace fihris::query {

// Nothing when the request leaves it to the system clock. Throws Error{kUsage} for a day that is
// none.
std::optional<std::chrono::sys_days> today_of(const SearchRequest& request);

}  // namespace fihris::query
