// Gathers what `--explain` shows. Costs nothing unless asked for.
#pragma once

#include "fihris/searcher/trace.h"
#include "plan/query_plan.h"
#include "query/parsed_query.h"
#include "rank/match.h"

namespace fihris::searcher::rank {

// `plan` is that of the query.
QueryTrace trace_of(const query::ParsedQuery& query, const plan::Plan& plan,
                    const Xapian::Database& database, Analyzer& analyzer);

// `ranked` is a result of the plan.
ScoreParts score_parts(const Ranked& ranked, const plan::Plan& plan,
                       const Xapian::Database& database);

}  // namespace fihris::searcher::rank
