// Ranks deep enough for so many stories.
#pragma once

#include <cstddef>

#include "fihris/searcher/request.h"
#include "rank/executor.h"
#include "search/found.h"
#include "stories/distinct.h"
#include "stories/folding.h"

namespace fihris::searcher::search {

// One per searcher; not thread-safe. Xapian's errors pass through.
class StoryRanking {
 public:
  // The executor must outlive it.
  explicit StoryRanking(rank::Executor& executor) : executor_(executor) {}

  // Fills in the ranking and the first `wanted` stories of found.plan, or more, or all there are.
  void rank(Sort sort, std::size_t wanted, bool fold, Found& found);
  // The same for the stories that have different values of found.distinct.
  void rank_distinct(Sort sort, std::size_t wanted, bool fold, stories::Distinct::Holds holds,
                     Found& found);

 private:
  void rank_further(Sort sort, std::size_t wanted, bool fold, stories::Distinct& distinct,
                    Found& found);

  rank::Executor& executor_;
  stories::StorySize story_size_;
};

}  // namespace fihris::searcher::search
