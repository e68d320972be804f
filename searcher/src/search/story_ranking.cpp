#include "search/story_ranking.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "plan/ranking_weights.h"
#include "rank/ranking.h"

namespace fihris::searcher::search {
namespace {

using stories::Story;

// Near-duplicates drop out: a few more are kept at hand.
constexpr std::size_t kFoldingSpare = 3;
// Of a ranking with distinct values the first so many articles are ranked as they are; then those
// that have the value of a hit are left out of the match.
constexpr std::size_t kFirstRound = 32 * plan::RerankWeights::kCandidates;

// How many articles to rank for `wanted` stories when `ranked` had but so many, and some to spare.
std::size_t deeper(std::size_t ranked, std::size_t stories, std::size_t wanted) {
  const std::size_t articles_per_story = ranked / std::max<std::size_t>(stories, 1) + 1;
  return std::max(2 * ranked, wanted * articles_per_story * 3 / 2);
}

bool out_of_time(const plan::Plan& plan) { return plan.deadline && plan.deadline->passed(); }

}  // namespace

// Ranks and folds, unless each article shall be a story of its own. Folding leaves fewer stories
// than articles were ranked, and then it is ranked again, as deep as the stories found so far make
// likely to be enough. Each ranking merges all posting lists anew, so it begins as deep as earlier
// answers say.
void StoryRanking::rank(Sort sort, std::size_t wanted, bool fold, Found& found) {
  if (!fold) {
    found.ranking = rank::best_articles(found.plan, sort, wanted, executor_);
    found.stories = stories::unfolded(found.ranking.order, found.ranking.order.size());
    found.all = found.ranking.all;
    return;
  }
  for (std::size_t ranked = story_size_.depth_for(wanted + kFoldingSpare);;) {
    ranked = stories::depth_for_folding(ranked);
    found.ranking = rank::best_articles(found.plan, sort, ranked, executor_);
    found.stories = stories::fold(found.ranking.order, wanted, executor_.here().index);
    found.all = found.ranking.all && found.stories.size() < wanted;
    if (found.stories.size() >= wanted || found.ranking.all || out_of_time(found.plan)) break;
    ranked = deeper(ranked, found.stories.size(), wanted);
  }
  story_size_.learn_from(found.stories);
}

// What a round finds does not depend on how many stories are wanted, so pages neither repeat nor
// lose one. Where few values have many articles, the first round has but few of them, however deep
// it goes: the next ones ask for articles that may still be hits.
void StoryRanking::rank_distinct(Sort sort, std::size_t wanted, bool fold,
                                 stories::Distinct::Holds holds, Found& found) {
  store::OpenIndex& index = executor_.here().index;
  stories::Distinct distinct(*found.distinct, index, std::move(holds));
  const auto may_begin = [&distinct](const rank::Ranked& ranked) { return distinct.takes(ranked); };
  for (std::size_t ranked = stories::depth_for_folding(4 * wanted);; ranked = kFirstRound) {
    ranked = std::min(ranked, kFirstRound);
    distinct.clear();
    found.ranking = rank::best_articles(found.plan, sort, ranked, executor_);
    const std::vector<rank::Ranked>& order = found.ranking.order;
    found.stories = fold ? stories::fold(order, wanted, index, may_begin)
                         : stories::unfolded(order, wanted, may_begin);
    const bool enough = found.stories.size() >= wanted || found.ranking.all;
    if (enough || out_of_time(found.plan)) break;
    if (ranked == kFirstRound) {
      rank_further(sort, wanted, fold, distinct, found);
      break;
    }
  }
  found.all = found.ranking.all && found.stories.size() < wanted;
  found.values = distinct.values_of(found.ranking.order);
}

// Rounds of fixed lengths, each twice as long as the one before.
void StoryRanking::rank_further(Sort sort, std::size_t wanted, bool fold,
                                stories::Distinct& distinct, Found& found) {
  const auto may_begin = [&distinct](const rank::Ranked& ranked) { return distinct.takes(ranked); };
  rank::Ranking& all = found.ranking;
  for (std::size_t round = 2 * kFirstRound; !all.all; round *= 2) {
    rank::Ranking more = rank::further_articles(found.plan, sort, distinct.others(all.order), round,
                                                all.unit, executor_);
    const std::size_t left = wanted - found.stories.size();
    std::vector<Story> stories =
        fold ? stories::fold(more.order, left, executor_.here().index, may_begin)
             : stories::unfolded(more.order, left, may_begin);
    std::move(stories.begin(), stories.end(), std::back_inserter(found.stories));
    all.order.insert(all.order.end(), more.order.begin(), more.order.end());
    all.all = more.all;
    if (found.stories.size() >= wanted || out_of_time(found.plan)) return;
  }
}

}  // namespace fihris::searcher::search
