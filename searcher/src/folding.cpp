#include "folding.h"

#include <algorithm>
#include <limits>
#include <span>

#include "ranking_weights.h"
#include "story_comparison.h"

namespace fihris::internal {
namespace {

constexpr std::size_t kStretch = RerankWeights::kCandidates;

void fold_stretch(std::span<const Ranked> stretch, std::size_t settled, std::size_t wanted,
                  OpenIndex& index, std::vector<Folded>& stories) {
  std::vector<Xapian::docid> ids;
  ids.reserve(stretch.size());
  for (const Ranked& ranked : stretch) ids.push_back(ranked.id);
  const StoryComparison comparison(index, ids);
  const std::size_t first = stories.size();
  std::vector<std::size_t> best;  // of the stories from `first` on: places in the stretch
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    std::size_t story = best.size();
    if (comparison.comparable(i)) {
      const auto same = [&](std::size_t place) { return comparison.same_story(place, i); };
      story = static_cast<std::size_t>(std::find_if(best.begin(), best.end(), same) - best.begin());
    }
    if (story < best.size()) {
      stories[first + story].duplicates.push_back(stretch[i].id);
    } else if (i < settled && stories.size() < wanted) {
      stories.push_back({stretch[i], {}});
      best.push_back(i);
    }
  }
}

}  // namespace

std::size_t depth_for_folding(std::size_t depth) {
  if (depth <= kStretch || depth > std::numeric_limits<std::size_t>::max() - kStretch) return depth;
  return (depth + kStretch - 1) / kStretch * kStretch;
}

std::vector<Folded> fold(const std::vector<Ranked>& order, std::size_t settled, std::size_t wanted,
                         OpenIndex& index) {
  std::vector<Folded> stories;
  for (std::size_t begin = 0; begin < std::min(settled, order.size()) && stories.size() < wanted;
       begin += kStretch) {
    const std::size_t count = std::min(kStretch, order.size() - begin);
    fold_stretch({order.data() + begin, count}, settled - begin, wanted, index, stories);
  }
  return stories;
}

}  // namespace fihris::internal
