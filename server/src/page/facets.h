// Values that narrow a search: offered with their counts, and those that were chosen.
#pragma once

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// `counts`: of each field the values with their counts, as `facetDistribution` has them.
Html facet_lists(const Frame& frame, const Json& counts);
// What was chosen, each as a link that takes it away; empty without any.
Html chips(const Frame& frame);

}  // namespace fihris::server::page
