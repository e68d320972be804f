// The results of a search as a piece of a page: what `/` shows below its form, and `/fragment`
// gives.
#pragma once

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// An answer of the API with what was counted besides.
struct Found {
  Json answer;
  Json counts = Json::object();  // of each facet
  std::string unread_dates;      // that were left out, as nothing could be made of them
  bool unread_filters = false;   // likewise
};

// `typing`: the last word may be a beginning. Filters that the index refuses are left out, and the
// answer says so. Throws ApiError for an index that is not there or not allowed.
Found find(const Api& api, const Frame& frame, bool typing);

Html results(const Frame& frame, const Found& found);
// «وُجد 12 مقالًا».
std::string count_text(const Frame& frame, const Found& found);

}  // namespace fihris::server::page
