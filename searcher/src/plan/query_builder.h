// Query tree → plan for one index.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "fihris/searcher/query.h"
#include "fihris/stemmer/analyzer.h"
#include "plan/query_extras.h"
#include "plan/query_plan.h"

namespace fihris::searcher::plan {

struct PlanOptions {
  std::vector<query::Node> filters;  // all must hold; several values of one field: any of them
  bool all_words = false;            // plain words are demanded, not ranked
  QueryExtras extras = {};
};

// The database is asked for frequencies and for the terms of a prefix. Xapian's errors pass
// through.
Plan make_plan(const query::Parsed& parsed, const PlanOptions& options, Xapian::Database& database,
               Analyzer& analyzer);

}  // namespace fihris::searcher::plan
