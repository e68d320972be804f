#include "build/replaced_ids.h"

#include <algorithm>
#include <utility>

namespace fihris::indexer::build {

IdSet::IdSet(const std::vector<std::uint64_t>& hashes) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order;
  order.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) {
    order.emplace_back(hash, static_cast<std::uint32_t>(order.size()));
  }
  std::sort(order.begin(), order.end());
  sorted_.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const bool last_of_its_id = i + 1 == order.size() || order[i + 1].first != order[i].first;
    if (last_of_its_id) {
      sorted_.push_back(order[i].first);
    } else {
      superseded_.push_back(order[i].second);
    }
  }
}

bool IdSet::contains(std::uint64_t hash) const {
  return std::binary_search(sorted_.begin(), sorted_.end(), hash);
}

}  // namespace fihris::indexer::build
