// What a query demands, taken back one thing at a time.
#pragma once

#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"

namespace fihris::searcher::help {

// Without counts. At most kMaxRelaxations.
inline constexpr std::size_t kMaxRelaxations = 16;
std::vector<Relaxation> relaxations_of(const SearchRequest& request);

}  // namespace fihris::searcher::help
