// Facets and histogram for a terminal.
#pragma once

#include <string>

#include "fihris/searcher/results.h"

namespace fihris::searcher::write {

// A block of lines for each, or nothing. The histogram gets bars.
void write_facets(std::string& out, const SearchResults& results, bool colour);

}  // namespace fihris::searcher::write
