// A search request written in JSON.
#pragma once

#include <string_view>

#include "fihris/searcher/request.h"

namespace fihris {

// Reads {"q": "وزير", "limit": 5, "filter": ["source:رويترز"], …}: the members that
// request_options() names, with null for the default. A list of texts may be a single text, and
// where one name is chosen it may stand in a list. Throws Error{kUsage}: for text that is no JSON
// with the byte where it goes wrong, for a member that does not exist or is there twice with its
// name, for a wrong value with the member, what it must be and what it is. May be called from
// several threads.
SearchRequest read_request(std::string_view json);

}  // namespace fihris
