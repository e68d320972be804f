#include "stories/folding.h"

#include <algorithm>
#include <limits>
#include <span>

#include "plan/ranking_weights.h"
#include "stories/story_comparison.h"

namespace fihris::searcher::stories {
namespace {

constexpr std::size_t kStretch = plan::RerankWeights::kCandidates;

void fold_stretch(std::span<const rank::Ranked> stretch, std::size_t wanted,
                  store::OpenIndex& index, const MayBegin& may_begin, std::vector<Story>& stories) {
  std::vector<Xapian::docid> ids;
  ids.reserve(stretch.size());
  for (const rank::Ranked& ranked : stretch) ids.push_back(ranked.id);
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
      stories[first + story].duplicates.push_back(stretch[i]);
    } else if (stories.size() < wanted && (!may_begin || may_begin(stretch[i]))) {
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

std::size_t StorySize::depth_for(std::size_t stories) const {
  constexpr std::size_t kMost = 16 * kStretch;  // what a few odd answers may cost
  const auto guess = static_cast<std::size_t>(static_cast<double>(stories) * articles_);
  return std::max({stories, kStretch, std::min(guess, kMost)});
}

void StorySize::learn_from(const std::vector<Story>& stories) {
  constexpr double kWeight = 0.25;  // of an answer against those before it
  if (stories.empty()) return;
  std::size_t articles = stories.size();
  for (const Story& story : stories) articles += story.duplicates.size();
  const double here = static_cast<double>(articles) / static_cast<double>(stories.size());
  articles_ += kWeight * (here - articles_);
}

std::vector<Xapian::docid> ids_of(std::span<const rank::Ranked> duplicates) {
  std::vector<Xapian::docid> ids;
  ids.reserve(duplicates.size());
  for (const rank::Ranked& each : duplicates) ids.push_back(each.id);
  return ids;
}

std::vector<Story> fold(const std::vector<rank::Ranked>& order, std::size_t wanted,
                        store::OpenIndex& index, const MayBegin& may_begin) {
  std::vector<Story> stories;
  for (std::size_t begin = 0; begin < order.size() && stories.size() < wanted; begin += kStretch) {
    const std::size_t count = std::min(kStretch, order.size() - begin);
    fold_stretch({order.data() + begin, count}, wanted, index, may_begin, stories);
  }
  return stories;
}

std::vector<Story> unfolded(const std::vector<rank::Ranked>& order, std::size_t wanted,
                            const MayBegin& may_begin) {
  std::vector<Story> stories;
  for (const rank::Ranked& ranked : order) {
    if (stories.size() == wanted) break;
    if (!may_begin || may_begin(ranked)) stories.push_back({ranked, {}});
  }
  return stories;
}

}  // namespace fihris::searcher::stories
