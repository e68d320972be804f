// Gathers what `--explain` shows. Costs nothing unless asked for.
#pragma once

#include <string_view>

#include "fihris/searcher/query.h"
#include "fihris/searcher/trace.h"
#include "match.h"
#include "query_plan.h"

namespace fihris::internal {

QueryTrace trace_of(std::string_view query_text, const query::Parsed& parsed, const Plan& plan,
                    const Xapian::Database& database, Analyzer& analyzer);

// `ranked` is a result of the plan.
ScoreParts score_parts(const Ranked& ranked, const Plan& plan, const Xapian::Database& database);

}  // namespace fihris::internal
