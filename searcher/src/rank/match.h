// Runs a plan against an index: which articles.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/store/internal/open_index.h"
#include "plan/query_plan.h"
#include "rank/bm25.h"
#include "rank/dead_articles.h"
#include "rank/docid_slice.h"
#include "rank/threshold.h"

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

// The query of a plan in a shape to be asked in, as one thread has it.
struct AskedQuery {
  Xapian::Query query;
  bool by_any_word = false;  // rank/any_word.h; `query` may be without_words() then
};

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

  // The best `depth` articles for a query, which is that of the plan. Of threads that ask slices
  // with one threshold each may leave out what is not among the best of all.
  FirstPass first_pass(const plan::Plan& plan, const AskedQuery& asked, Sort sort,
                       std::size_t depth, DocidSlice slice = {},
                       std::shared_ptr<Threshold> threshold = nullptr);
  // The query without dead articles.
  Xapian::Query live(const Xapian::Query& query);

 private:
  Xapian::Query as_asked(const plan::Plan& plan, const AskedQuery& asked, DocidSlice slice,
                         std::shared_ptr<Threshold> threshold);
  const Bm25& weight();

  store::OpenIndex& index_;
  std::optional<DeadArticles> dead_;
  std::optional<Bm25> weight_;
};

}  // namespace fihris::searcher::rank
