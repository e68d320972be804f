// How many articles there are for a question, in all and by field.
#pragma once

#include <cstdint>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "rank/thread_context.h"
#include "search/found.h"

namespace fihris::searcher::search {

struct Total {
  std::uint64_t articles = 0;  // or values
  bool exact = false;
};

// How many articles there are, or values of found.distinct. Those are included whose text has not
// what fingerprints promised, as far as it was not looked at.
Total total_of(const Found& found, rank::ThreadContext& context);

// Fills in the facets and the histogram that `request` asks for. As that takes a count of all
// articles, the total becomes exact with it, unless their texts would have to be checked or it is
// one of values. Throws Error{kUsage} for a field that can not be counted.
void add_facets(const SearchRequest& request, const Found& found, rank::ThreadContext& context,
                SearchResults& results);

}  // namespace fihris::searcher::search
