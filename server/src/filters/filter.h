// What a filter of the protocol asks of documents: the index's own tree of conditions.
#pragma once

#include "fihris/searcher/request.h"

namespace fihris::server::filters {

using Filter = FilterExpression;
using fihris::FilterBound;

}  // namespace fihris::server::filters
