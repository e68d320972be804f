// What there is to say about an answer besides its hits.
#pragma once

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// Corrections that were made or may be meant, time that ran out, signs that were not read.
Html notices(const Frame& frame, const Json& answer);
// Why nothing was found, and what would help.
Html nothing_found(const Frame& frame, const Json& answer);
// The query with each plain word demanded in the form it has, or without that; nothing to be done:
// the query itself.
std::string in_this_form(const std::string& query);
std::string in_all_forms(const std::string& query);

}  // namespace fihris::server::page
