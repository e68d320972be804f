// The articles of an index that no longer count, as something a Xapian query can leave out.
//
// A MatchDecider would not do: when several databases are searched as one, Xapian 1.4.22 gives it
// document ids that do not say which of them they belong to.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::rank {

// Belongs to one state of an index, which must outlive it and its queries: make a new one after a
// refresh.
class DeadArticles {
 public:
  explicit DeadArticles(const store::OpenIndex& index);

  // `query` without them.
  Xapian::Query left_out_of(const Xapian::Query& query) const;

 private:
  const store::OpenIndex& index_;
  bool any_ = false;
  // Of each database, in its own numbers, ascending.
  std::shared_ptr<const std::vector<std::vector<Xapian::docid>>> ids_;
};

}  // namespace fihris::searcher::rank
