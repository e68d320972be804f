// Query tree → plan for one index.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>

#include "fihris/searcher/query.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/internal/open_index.h"
#include "plan/query_extras.h"
#include "plan/query_plan.h"
#include "query/parsed_query.h"
#include "query/restriction.h"

namespace fihris::searcher::plan {

// Which of the words side by side are demanded; the others rank.
enum class Demand : std::uint8_t {
  kNone,
  kWithoutSigns,  // all, unless one beside them bears a sign or a field
  kAll,
};

struct PlanOptions {
  std::span<const query::Node> filters = {};  // all must hold; several values of one field: any
  const query::Restriction* restriction = nullptr;  // must hold, too; null: there is none
  Demand demand = Demand::kNone;
  bool last_word_prefix = false;  // as in SearchRequest
  QueryExtras extras = {};
};

// The index is asked for frequencies and for the terms of a prefix; it must outlive the plan, and
// not be refreshed. Xapian's errors pass through.
Plan make_plan(const query::ParsedQuery& query, const PlanOptions& options, store::OpenIndex& index,
               Analyzer& analyzer);

}  // namespace fihris::searcher::plan
