// Runs a plan against an index: which articles, in which order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "bm25.h"
#include "dead_articles.h"
#include "fihris/searcher/searcher.h"
#include "fihris/store/internal/open_index.h"
#include "query_plan.h"

namespace fihris::internal {

struct Ranked {
  Xapian::docid id = 0;
  double score = 0;
  bool second_pass = false;  // looked at by it
  // Whether it may have a relative of a word it lacks; only the second pass can say that it has
  // not.
  bool relatives = true;
};

struct Ranking {
  std::vector<Ranked> order;  // best first; right as far as the depth asked for
  std::uint64_t estimated_total = 0;
  bool exhaustive = false;
};

// Answers plans over one index. Not thread-safe.
class Matcher {
 public:
  explicit Matcher(OpenIndex& index) : index_(index) {}

  // To be called when the index has changed.
  void forget() {
    dead_.reset();
    weight_.reset();
  }

  // The first `depth` articles or more. What a smaller depth gives is the beginning of what a
  // larger one gives: the second pass is always about the first RerankWeights::kCandidates, what
  // follows stays in the order of the first pass. Equal scores go by article id within the
  // candidates.
  Ranking match(const Plan& plan, Sort sort, std::size_t depth);
  // The query without dead articles.
  Xapian::Query live(const Xapian::Query& query);

 private:
  Ranking first_pass(const Plan& plan, Sort sort, std::size_t depth);

  OpenIndex& index_;
  std::optional<DeadArticles> dead_;
  std::optional<Bm25> weight_;
};

}  // namespace fihris::internal
