// The order in which the members of an OR are merged.
#pragma once

#include <xapian.h>

#include "plan/query_plan.h"

namespace fihris::searcher::rank {

// plan.query with the same matches and weights, made so that Xapian leaves out its frequent words
// as soon as it can.
//
// Once enough good articles are known, Xapian need not visit those that only have words which
// together weigh too little. But it merges the members of an OR as a balanced tree and can only
// leave out whole branches of it. As a chain (((rarest OR rarer) OR frequent) OR most frequent) it
// can leave out one after the other, beginning with the most frequent, which weighs least.
Xapian::Query rarest_first(const plan::Plan& plan, const Xapian::Database& database);

}  // namespace fihris::searcher::rank
