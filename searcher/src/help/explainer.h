// Why a query finds nothing.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "fihris/stemmer/analyzer.h"
#include "words/variant_finder.h"

namespace fihris::searcher::help {

// How many articles a request finds.
using CountArticles = std::function<std::uint64_t(const SearchRequest&)>;

// Asks `count` once for each demand of the query. Xapian's errors pass through.
Explanation explain_nothing(const SearchRequest& request, const Xapian::Database& database,
                            Analyzer& analyzer, words::VariantFinder& variants,
                            const CountArticles& count);

}  // namespace fihris::searcher::help
