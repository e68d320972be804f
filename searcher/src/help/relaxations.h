// What a query demands, taken back one thing at a time.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "fihris/searcher/results.h"
#include "search/question.h"

namespace fihris::searcher::help {

struct Relaxed {
  Relaxation relaxation;                   // without its count
  std::optional<std::size_t> filter = {};  // the one that is taken back; the query stays the same
};

// At most kMaxRelaxations.
inline constexpr std::size_t kMaxRelaxations = 16;
std::vector<Relaxed> relaxations_of(const search::Question& question);

}  // namespace fihris::searcher::help
