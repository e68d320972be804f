// One answer of several indexes.
#pragma once

#include <string>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"

namespace fihris::cli {

// What to ask each index, so that the page asked for can be made of the answers. Throws
// Error{kUsage} when the answers could not be put in order: by a field of an index's own.
SearchRequest request_of_each(const SearchRequest& request);

// The page of all answers, which are in the order of `dbs`: the best hits of all, or the newest;
// counts are added up. A hit's index is its member "_index". Where one index has what was asked
// for, the corrections of the others do not count.
SearchResults joined_results(const std::vector<std::string>& dbs,
                             std::vector<SearchResults> answers, const SearchRequest& request);

}  // namespace fihris::cli
