// Filters written out as the protocol has them.
#pragma once

#include <string>

#include "filters/filter.h"

namespace fihris::server::testing {

// A text that reads as this filter again. All names and values are put in quotation marks.
std::string to_text(const filters::Filter& filter);

}  // namespace fihris::server::testing
