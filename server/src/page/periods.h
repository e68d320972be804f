// How many articles each year, month or day has, as bars that can be clicked.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// The name of the step that the API is asked for: "month" or "day".
std::string histogram_step(const State& state);

struct Bar {
  std::string first, last;  // as State::from and to
  std::string label;        // «مارس 2018»
  std::uint64_t count = 0;
};
// Bars without gaps from the first period with an article to the last, at most some forty: months
// become years, years become groups of them. `histogram` is the API's `dateHistogram`.
std::vector<Bar> bars_of(const Json& histogram, const Manner& manner);

// An SVG of the bars, and the same as a list of links. Empty for fewer than two bars that lead
// nowhere.
Html histogram(const Frame& frame, const std::vector<Bar>& bars);

}  // namespace fihris::server::page
