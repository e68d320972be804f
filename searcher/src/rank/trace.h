// Gathers what `--explain` shows. Costs nothing unless asked for.
#pragma once

#include <string_view>

#include "fihris/searcher/query.h"
#include "fihris/searcher/trace.h"
#include "plan/query_plan.h"
#include "rank/match.h"

namespace fihris::searcher::rank {

QueryTrace trace_of(std::string_view query_text, const query::Parsed& parsed,
                    const plan::Plan& plan, const Xapian::Database& database, Analyzer& analyzer);

// `ranked` is a result of the plan.
ScoreParts score_parts(const Ranked& ranked, const plan::Plan& plan,
                       const Xapian::Database& database);

}  // namespace fihris::searcher::rank
