// From the state of a page to the search that the API is asked, and back.
#pragma once

#include <string>
#include <vector>

#include "documents/json_text.h"
#include "page/site.h"
#include "page/state.h"

namespace fihris::server::page {

using documents::Json;

inline constexpr std::size_t kHitsPerPage = 20;

// The body of a search: the page of hits, with snippets, copies folded. `typing`: the last word may
// be a beginning.
Json question(const State& state, bool typing);
// The same without hits, for what is counted over all of them.
Json counting_question(const State& state);

// "date:2018..2019"; empty without dates.
std::string date_filter(const State& state);
// «source:("رويترز" OR "فرانس برس")»: any of the values that were chosen; empty for none.
std::string field_filter(const State& state, const std::string& field);
// All filters of a state.
std::vector<std::string> filters_of(const State& state);
// The state with only those of its filters, and this query.
State with_filters(const State& state, const std::string& q,
                   const std::vector<std::string>& filters);
// The fields of which values were chosen.
std::vector<std::string> chosen_fields(const State& state);

}  // namespace fihris::server::page
