// The first pass of a query that any of its words answers, without Xapian's tree.
#pragma once

#include <xapian.h>

#include <memory>

#include "plan/query_plan.h"
#include "rank/bm25.h"
#include "rank/docid_slice.h"
#include "rank/threshold.h"

namespace fihris::searcher::rank {

// Whether by_any_word() may be asked for the plan: its query is an OR of words and
// phrases, be it behind filters and exclusions.
bool has_any_word(const plan::Plan& plan);

// Whether it is quicker than Xapian's tree (docs/decisions/0022-the-first-pass.md).
bool worth_any_word(const plan::Plan& plan, const Xapian::Database& database);

// Whether nothing but the words gives weight: then what the best articles weigh at least is the
// same for all threads that look for them.
bool only_words_weigh(const plan::Plan& plan);

// What a thread looks through, and with what.
struct AnyWordSearch {
  std::shared_ptr<const Bm25Shares> shares;
  DocidSlice slice;                      // of each database of the index
  std::shared_ptr<Threshold> threshold;  // of several threads; null: this one is alone
};

// The plan's query with something written and read easily in the place of its words.
Xapian::Query without_words(const Xapian::Query& query);

// `query`, which is that of the plan, with or without words, and has the same matches and weights,
// but its words found by one source (rank/max_score.h). Belongs to the thread.
Xapian::Query by_any_word(const plan::Plan& plan, const Xapian::Query& query,
                          const Xapian::Database& database, AnyWordSearch search);

}  // namespace fihris::searcher::rank
