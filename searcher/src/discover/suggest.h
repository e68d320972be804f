// What somebody who is typing may mean.
#pragma once

#include <cstddef>
#include <string_view>

#include "fihris/searcher/results.h"
#include "rank/thread_context.h"

namespace fihris::searcher::discover {

Suggestions suggest(rank::ThreadContext& context, std::string_view prefix, std::size_t limit);

}  // namespace fihris::searcher::discover
