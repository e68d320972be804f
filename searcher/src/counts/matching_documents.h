// Which documents a plan finds, without order: for counting.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "plan/query_plan.h"

namespace fihris::searcher::counts {

// Documents of one database in its own numbering, ascending.
struct MatchingDocuments {
  std::vector<Xapian::docid> ids;
  bool all = true;  // false: there are more than were asked for
};

// The first `limit` documents of `query` that have the patterns. Of every `stride` documents only
// one is looked at: a sample that is spread evenly over the database.
MatchingDocuments matching_documents(const Xapian::Database& database, const Xapian::Query& query,
                                     const column::Patterns& required, std::size_t limit,
                                     Xapian::docid stride = 1);

}  // namespace fihris::searcher::counts
