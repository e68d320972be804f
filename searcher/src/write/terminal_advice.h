// What the terminal says of a query beside its hits.
#pragma once

#include <string>

#include "fihris/searcher/results.h"

namespace fihris::searcher::write {

// That another query was asked, or might be.
std::string correction_lines(const SearchResults& results);
// Why there are no hits, and what would bring some.
std::string explanation_lines(const SearchResults& results);

}  // namespace fihris::searcher::write
