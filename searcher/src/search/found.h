// What an index has for a question.
#pragma once

#include <vector>

#include "plan/query_plan.h"
#include "rank/match.h"
#include "stories/folding.h"

namespace fihris::searcher::search {

struct Found {
  plan::Plan plan;
  rank::Ranking ranking;
  std::vector<stories::Story> stories;  // of the ranking; without folding, each article is one
  bool all = false;                     // there are no more stories
};

}  // namespace fihris::searcher::search
