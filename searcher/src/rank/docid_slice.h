// A slice of an index's documents, cut by document number.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>

#include "plan/deadline.h"

namespace fihris::searcher::rank {

// One of `of` slices that have about as many document numbers each.
struct DocidSlice {
  std::size_t number = 0;  // from 0 on
  std::size_t of = 1;      // 1: the whole index
};

// The document numbers of a slice of one database, both ends included.
struct DocidSpan {
  Xapian::docid first;
  Xapian::docid last;
};
DocidSpan span_of(DocidSlice slice, const Xapian::Database& database);

// What `query` matches in the slice, with the same weights, until the deadline, which may be null.
// Of an index of several databases each is cut by itself.
//
// The slice leads: it names one number after the other, and the query skips to it. So an OR gives
// all it has. Where it is asked for the next document instead, Xapian 1.4.22 may pass over one that
// has both of its sides, in the moment in which it finds that neither is enough alone
// (AndMaybePostList::next). Leading takes a fifth of a match.
Xapian::Query in_slice(const Xapian::Query& query, DocidSlice slice,
                       std::shared_ptr<plan::Deadline> deadline);

}  // namespace fihris::searcher::rank
