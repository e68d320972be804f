// Runs a plan against an index: which articles.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/store/internal/open_index.h"
#include "plan/query_plan.h"
#include "rank/bm25.h"
#include "rank/dead_articles.h"
#include "rank/docid_slice.h"

namespace fihris::searcher::rank {

struct Ranked {
  Xapian::docid id = 0;
  double score = 0;
  bool second_pass = false;  // looked at by it
  // Whether it may have a relative of a word it lacks; only the second pass can say that it has
  // not.
  bool relatives = true;
};

struct Ranking {
  std::vector<Ranked> order;  // best first
  bool all = false;           // there are no more
  double unit = 1;            // what one of Xapian's weights counts in a score
};

// What an article would weigh that has every word of the query any number of times; 0 when no word
// ranks.
double full_marks(const plan::Plan& plan);

// What Xapian finds for a query, in the whole index or in a slice of it.
struct FirstPass {
  std::vector<Ranked> order;  // best first, equal ones by id; scores are Xapian's weights
  double best = 0;            // of them
};

// Asks one index. Not thread-safe.
class Matcher {
 public:
  explicit Matcher(store::OpenIndex& index) : index_(index) {}

  // To be called when the index has changed.
  void forget() {
    dead_.reset();
    weight_.reset();
  }

  // The best `depth` articles for `query`, which is that of the plan in some shape.
  FirstPass first_pass(const plan::Plan& plan, const Xapian::Query& query, Sort sort,
                       std::size_t depth, DocidSlice slice = {});
  // The query without dead articles.
  Xapian::Query live(const Xapian::Query& query);

 private:
  store::OpenIndex& index_;
  std::optional<DeadArticles> dead_;
  std::optional<Bm25> weight_;
};

}  // namespace fihris::searcher::rank
