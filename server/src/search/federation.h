// One list of hits out of several searches.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "documents/json_text.h"
#include "search/search_query.h"

namespace fihris::server::search {

// The answer to a multi-search with `federation`: the hits of all queries by their ranking scores,
// each weighted as its query says. `answer` answers one query of an index. Throws
// ApiError{invalid_multi_search_…}.
Json federated(const Json& federation,
               const std::vector<std::pair<SearchQuery, std::string>>& queries,
               const std::function<Json(const SearchQuery&, const std::string&)>& answer);

}  // namespace fihris::server::search
