// From a ranking to the hits of a page.
#pragma once

#include <cstddef>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "rank/executor.h"
#include "search/found.h"

namespace fihris::searcher::search {

struct Page {
  std::vector<Hit> hits;
  bool to_the_end = false;  // all stories were looked at
  std::size_t dropped = 0;  // articles up to its end whose text has not what fingerprints promised
};

// The stories that `request` wants to see, of those found. Xapian's errors pass through.
Page read_page(const SearchRequest& request, const Found& found, rank::Executor& executor);

}  // namespace fihris::searcher::search
