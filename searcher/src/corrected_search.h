// A search that is tried again when it finds nothing.
#pragma once

#include <functional>

#include "corrector.h"

namespace fihris::internal {

// What the query as typed gives.
struct Typed {
  SearchResults results;
  bool unknown_word = false;  // one of its words is not in the index
};
using AskAsTyped = std::function<Typed(const SearchRequest&)>;

bool found_any(const SearchResults& results);

// Only when `ask` finds nothing, it is asked again with corrections. When it finds something though
// a word is unknown, a correction is offered.
SearchResults search_with_corrections(const SearchRequest& request, Corrector& corrector,
                                      const AskAsTyped& ask);

}  // namespace fihris::internal
