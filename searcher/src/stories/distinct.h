// Of the hits that have the same value of a field only the best is shown.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_set>

#include "column/value_keys.h"
#include "rank/match.h"

namespace fihris::searcher::stories {

// Goes along a ranking and says of each article whether it may be a hit. What has no value is a hit
// always. One per search.
class Distinct {
 public:
  // Whether an article has what was asked for, where fingerprints can't say; may be empty. Asked
  // only of those that would be hits: when the best of a value falls out, the next one stands for
  // it.
  using Holds = std::function<bool(const rank::Ranked& ranked)>;

  // `field` can be counted. The index must outlive it, and not be refreshed.
  Distinct(const FieldSpec& field, store::OpenIndex& index, Holds holds);
  ~Distinct();
  Distinct(const Distinct&) = delete;
  Distinct& operator=(const Distinct&) = delete;

  // Articles of the ranking, best first; each once.
  bool takes(const rank::Ranked& ranked);
  // Begins again.
  void clear();

  // The articles that may still be hits, as a Xapian subquery without weight that leads the match:
  // those of `order` are not among them, nor those with the value of a hit.
  Xapian::Query others(const std::vector<rank::Ranked>& order);
  // How many values the articles of `order` have, each without one counted as one.
  std::uint64_t values_of(const std::vector<rank::Ranked>& order) const;

 private:
  struct Seen;

  store::OpenIndex& index_;
  Holds holds_;
  std::shared_ptr<Seen> seen_;
};

}  // namespace fihris::searcher::stories
