// The articles of a generation that no longer count, as something a Xapian query can leave out.
//
// A MatchDecider would not do: when generation and delta are searched as one database,
// Xapian 1.4.22 gives it document ids that do not say which of the two they belong to.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::rank {

// Belongs to one state of an index: make a new one after a refresh.
class DeadArticles {
 public:
  explicit DeadArticles(store::OpenIndex& index);

  // `query` without them.
  Xapian::Query left_out_of(const Xapian::Query& query) const;

 private:
  std::string generation_;                                 // its UUID
  std::shared_ptr<const std::vector<Xapian::docid>> ids_;  // its own numbers, ascending
};

}  // namespace fihris::searcher::rank
