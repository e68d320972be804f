// From what a search asks to the JSON of its answer.
#pragma once

#include <string>

#include "documents/json_text.h"
#include "indexes/readers.h"
#include "search/index_view.h"
#include "search/search_query.h"

namespace fihris::server::search {

struct Answered {
  Json json;  // the answer of POST /indexes/{uid}/search
  bool found_nothing = false;
  bool corrected = false;
};

// `extra_filter` must hold besides the query's own: that of a tenant's token; null for none. A
// search takes at most `seconds`; 0: any time. Throws ApiError{invalid_search_…} for attributes
// that the index does not have as asked, and Error for a broken index.
Answered answer(const SearchQuery& query, const IndexView& view, const Json& extra_filter,
                double seconds, indexes::Readers& readers);

// The answer of POST /indexes/{uid}/facet-search. `body` has facetName, facetQuery and members of a
// search. Throws ApiError{invalid_facet_search_…}.
Json answer_facet_search(const Json& body, const IndexView& view, const Json& extra_filter,
                         double seconds, indexes::Readers& readers);

}  // namespace fihris::server::search
