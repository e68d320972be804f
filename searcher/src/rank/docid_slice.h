// A slice of an index's documents, cut by document number.
#pragma once

#include <xapian.h>

#include <cstddef>

namespace fihris::searcher::rank {

// One of `of` slices that have about as many document numbers each.
struct DocidSlice {
  std::size_t number = 0;  // from 0 on
  std::size_t of = 1;      // 1: the whole index
};

// What `query` matches in the slice, with the same weights. `last` is the highest document number.
// Of an index of several databases that goes by the numbers which documents have in their own.
Xapian::Query in_slice(const Xapian::Query& query, DocidSlice slice, Xapian::docid last);

}  // namespace fihris::searcher::rank
