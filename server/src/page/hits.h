// The list of results.
#pragma once

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// The hits of an answer to question(), numbered from where they stand.
Html hit_list(const Frame& frame, const Json& answer);
// «السابق 1 2 3 التالي»; nothing where one page has all.
Html pager(const Frame& frame, std::size_t reachable);
// A list of articles that are named, not shown: `duplicates`.
Html named_articles(const Frame& frame, const Json& articles);

}  // namespace fihris::server::page
