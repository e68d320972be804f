// Ranks the candidates of the first pass again.
#pragma once

#include <span>

#include "rank/executor.h"
#include "rank/match.h"

namespace fihris::searcher::rank {

// Puts the candidates into their final order.
void second_pass(std::span<Ranked> candidates, const plan::Plan& plan, Executor& executor);

}  // namespace fihris::searcher::rank
