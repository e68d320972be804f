// Ranks the candidates of the first pass again.
#pragma once

#include <span>

#include "second_thread.h"
#include "match.h"
#include "rerank.h"

namespace fihris::internal {

// Puts the candidates into their final order; ties are settled as far as `depth`.
void second_pass(std::span<Ranked> candidates, std::size_t depth, const Plan& plan,
                 ThreadContext& here, SecondThread* second);

}  // namespace fihris::internal
