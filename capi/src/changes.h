// What goes into and comes out of changes to an index, as JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/indexer/index_writer.h"

namespace fihris::capi {

// A list of texts, or one text. Throws Error{kUsage}.
std::vector<std::string> ids_from_json(std::string_view json);

// {"added","replaced","deleted","rejected","seconds","items":[{"line","outcome","reason"}]}; each
// article is counted once.
std::string to_json(const IndexReport& report);

}  // namespace fihris::capi
