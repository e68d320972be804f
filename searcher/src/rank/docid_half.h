// Half of an index's documents.
#pragma once

#include <xapian.h>

#include <cstdint>

namespace fihris::searcher::rank {

enum class Half : std::uint8_t { kLower, kUpper };

// What `query` matches in the documents up to `middle`, or above it, with the same weights. Of an
// index of several databases that goes by the numbers which documents have in their own.
Xapian::Query in_half(const Xapian::Query& query, Half half, Xapian::docid middle);

}  // namespace fihris::searcher::rank
