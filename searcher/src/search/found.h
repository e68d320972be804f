// What an index has for a question.
#pragma once

#include <cstdint>
#include <vector>

#include "fihris/store/fields.h"
#include "plan/query_plan.h"
#include "rank/match.h"
#include "stories/folding.h"

namespace fihris::searcher::search {

struct Found {
  plan::Plan plan;
  rank::Ranking ranking;
  std::vector<stories::Story> stories;  // of the ranking; without folding, each article is one
  bool all = false;                     // there are no more stories
  // Of articles with the same value of this field only the best is a story; null: all are.
  const FieldSpec* distinct = nullptr;
  std::uint64_t values = 0;  // of it, that the ranking has; each article without one counts as one
};

}  // namespace fihris::searcher::search
