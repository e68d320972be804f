// Which of several articles with the same id counts: the last one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fihris/store/internal/tombstones.h"

namespace fihris::indexer::build {

// The ids of a run by their hashes: 64 bits, so that among a million articles two different ids are
// taken for one with a probability of 3 in 100 million.
class IdSet {
 public:
  // `hashes` in the order of the input.
  explicit IdSet(const std::vector<std::uint64_t>& hashes);
  bool contains(std::uint64_t hash) const;
  // Positions (0, 1, …) in the input that a later one with the same id replaces.
  const std::vector<std::uint32_t>& superseded() const { return superseded_; }

 private:
  std::vector<std::uint64_t> sorted_;
  std::vector<std::uint32_t> superseded_;
};

}  // namespace fihris::indexer::build
