// How often words are printed, from year to year.
#pragma once

#include <string>
#include <vector>

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// The words of «حرب، سلام»: what stands between commas, at most five.
std::vector<std::string> trend_words(const std::string& query);

// A chart of the share of articles that have each of the query's words, and the counts as a table.
Html trend_view(const Api& api, const Frame& frame);

}  // namespace fihris::server::page
