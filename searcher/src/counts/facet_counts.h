// Counts of values over all articles that a plan finds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "counts/facet_fields.h"
#include "fihris/store/internal/open_index.h"
#include "plan/query_plan.h"

namespace fihris::searcher::counts {

struct FacetQuestion {
  std::vector<FacetSpec> facets;
  std::size_t values = 0;  // of each facet, at most
  Histogram histogram = Histogram::kNone;
  bool asks() const { return !facets.empty() || histogram != Histogram::kNone; }
};

struct FacetAnswer {
  std::vector<Facet> facets;
  std::vector<DateCount> histogram;
  std::uint64_t articles = 0;  // that were counted; when not exact, an estimate
  bool exact = true;
};

// `query` is the plan's without dead articles. Up to kMaxCounted articles are counted one by one;
// of more, an evenly spread sample of at most as many is, and the counts are scaled up.
FacetAnswer count_facets(store::OpenIndex& index, const Xapian::Query& query,
                         const column::Patterns& required, const FacetQuestion& question);

}  // namespace fihris::searcher::counts
