#include "rank/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "plan/ranking_weights.h"
#include "rank/rarest_first.h"
#include "rank/second_pass.h"

namespace fihris::searcher::rank {
namespace {

using Xapian::Query;

// With fewer postings, half of them is not worth the other half's setting up.
constexpr std::uint64_t kWorthHalving = 5000;

std::uint64_t postings(const plan::Plan& plan) {
  return std::accumulate(plan.articles_with.begin(), plan.articles_with.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& term) { return sum + term.second; });
}

// A source of ours (a phrase that is excluded or only ranks) can't be handed to another thread.
bool has_source(const Query& query) {
  if (query.get_type() == Query::LEAF_POSTING_SOURCE) return true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (has_source(query.get_subquery(i))) return true;
  }
  return false;
}

// What is checked during the match is checked by one thread, and of halves it would not be known
// how many articles an AND has.
bool worth_halving(const plan::Plan& plan, Sort sort) {
  const Query::op type = plan.query.get_type();
  const bool any_word = type == Query::OP_OR || type == Query::OP_AND_MAYBE;
  return any_word && !plan.check_text && sort == Sort::kRelevance &&
         postings(plan) >= kWorthHalving && !has_source(plan.query);
}

// Bonuses are in shares of full marks, so they mean the same for a query of two words and one of
// ten, and do not hang on how good the best article happens to be.
double unit_of(const plan::Plan& plan, double best) {
  const double full = full_marks(plan);
  return plan::RerankWeights::kBm25 / (full > 0 ? full : best > 0 ? best : 1);
}

// Xapian adds the words of an article up in the order in which it finds them, which changes the
// last digits; equal articles shall be equal.
double without_last_digits(double score) {
  constexpr double kSteps = 4294967296.0;
  return std::round(score * kSteps) / kSteps;
}

void scale(FirstPass& found, double unit) {
  for (Ranked& each : found.order) each.score = without_last_digits(each.score * unit);
}

// Both estimates are of the whole index.
FirstPass merged(const FirstPass& lower, const FirstPass& upper, std::size_t depth) {
  FirstPass both;
  std::merge(lower.order.begin(), lower.order.end(), upper.order.begin(), upper.order.end(),
             std::back_inserter(both.order),
             [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  both.order.resize(std::min(depth, both.order.size()));
  both.at_least = lower.at_least + upper.at_least;
  both.at_most = std::max(lower.at_most, upper.at_most);
  both.estimated = std::max({lower.estimated, upper.estimated, both.at_least});
  return both;
}

FirstPass first_pass(const plan::Plan& plan, Sort sort, std::size_t depth, ThreadContext& here,
                     SecondThread* second) {
  const Query query = rarest_first(plan, here.index.database());
  if (second == nullptr || !worth_halving(plan, sort)) {
    FirstPass found = here.matcher.first_pass(plan, query, sort, depth);
    scale(found, unit_of(plan, found.best));
    return found;
  }
  // Not even copies of a query may be used by two threads.
  const std::string written = query.serialise();
  std::array<FirstPass, 2> found;
  second->share(here, found.size(), [&](ThreadContext& context, WorkItems& halves) {
    const Query own = Query::unserialise(written);
    while (const auto half = halves.take()) {
      found.at(*half) = context.matcher.first_pass(plan, own, sort, depth,
                                                   *half == 0 ? Half::kLower : Half::kUpper);
    }
  });
  const double unit = unit_of(plan, std::max(found[0].best, found[1].best));
  for (FirstPass& half : found) scale(half, unit);
  return merged(found[0], found[1], depth);
}

}  // namespace

Ranking rank(const plan::Plan& plan, Sort sort, std::size_t depth, ThreadContext& here,
             SecondThread* second) {
  if (plan.query.empty()) return {{}, 0, true};
  const std::size_t articles = here.index.database().get_doccount();
  const std::size_t asked = std::min(std::max(depth, plan::RerankWeights::kCandidates), articles);
  FirstPass found = first_pass(plan, sort, asked, here, second);
  Ranking ranking;
  ranking.order = std::move(found.order);
  // Fewer than asked for: all of them.
  const bool all = ranking.order.size() < asked;
  const bool counted = found.at_least == found.at_most;
  ranking.estimated_total = all ? ranking.order.size() : found.estimated;
  ranking.exhaustive = (all || counted) && !*plan.gave_up;
  if (sort != Sort::kRelevance) return ranking;
  const std::size_t count = std::min(ranking.order.size(), plan::RerankWeights::kCandidates);
  second_pass({ranking.order.data(), count}, depth, plan, here, second);
  return ranking;
}

}  // namespace fihris::searcher::rank
