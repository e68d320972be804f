// Near-duplicates among ranked articles are put together under the best of them.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "fihris/store/internal/open_index.h"
#include "rank/match.h"

namespace fihris::searcher::stories {

struct Story {
  rank::Ranked best;
  std::vector<rank::Ranked> duplicates;  // in the order of the ranking
};

// The documents of a story's duplicates.
std::vector<Xapian::docid> ids_of(std::span<const rank::Ranked> duplicates);

// The first `wanted` stories of a ranking, or all when it does not have so many.
//
// Stories are told apart within stretches of RerankWeights::kCandidates ranks, counted from the
// first: what a story has gathered does not depend on how far a page needs to look, so pages
// neither repeat nor lose an article. On 330 first pages 103 articles are put under another;
// stretches of 48 put 105.
//
// An article that is put under no other begins a story if `may_begin` says so, which is asked once
// of each, in the order of the ranking; empty: each may.
using MayBegin = std::function<bool(const rank::Ranked& ranked)>;
std::vector<Story> fold(const std::vector<rank::Ranked>& order, std::size_t wanted,
                        store::OpenIndex& index, const MayBegin& may_begin = {});
// The same without folding: each article is a story of its own.
std::vector<Story> unfolded(const std::vector<rank::Ranked>& order, std::size_t wanted,
                            const MayBegin& may_begin = {});

// `depth` up to the end of its stretch, where it goes beyond the first: a ranking of so many can be
// folded. (The first stretch is always there.)
std::size_t depth_for_folding(std::size_t depth);

// How many articles a story has, going by earlier answers: how deep to rank so that one ranking is
// enough. Changes no hit.
class StorySize {
 public:
  // For so many stories; no less than the second pass looks at.
  std::size_t depth_for(std::size_t stories) const;
  void learn_from(const std::vector<Story>& stories);

 private:
  double articles_ = 1;
};

}  // namespace fihris::searcher::stories
