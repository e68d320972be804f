// What a terminal shows of results beside the hits.
#pragma once

#include <string>

#include "fihris/searcher/results.h"

namespace fihris::searcher::write {

// That another query was asked, or might be.
std::string correction_lines(const SearchResults& results);
// Why there are no hits, and what would bring some.
std::string explanation_lines(const SearchResults& results);

// Facets and histogram: a block of lines for each, or nothing. The histogram gets bars.
void write_facets(std::string& out, const SearchResults& results, bool colour);

}  // namespace fihris::searcher::write
