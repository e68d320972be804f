#include "match.h"

#include <algorithm>

#include "fihris/store/fields.h"
#include "ranking_weights.h"
#include "rarest_first.h"
#include "recency.h"
#include "second_pass.h"

namespace fihris::internal {
namespace {

// Articles without a date come last either way.
void sort_by_date(Xapian::Enquire& enquire, Xapian::MultiValueKeyMaker& keys, bool descending) {
  keys.add_value(slot::kDate, false, descending ? std::string() : std::string("\xff"));
  enquire.set_sort_by_key_then_relevance(&keys, descending);
}

// What an article would weigh that has every word of the query any number of times. Bonuses are in
// shares of it, so they mean the same for a query of two words and one of ten, and do not hang on
// how good the best article happens to be. 0 when no word ranks.
double full_marks(const Plan& plan) {
  double mass = 0;
  for (const PlanWord& word : plan.words) mass += word.idf;
  return (Bm25Weights::kK1 + 1) * mass;
}

}  // namespace

Xapian::Query Matcher::live(const Xapian::Query& query) {
  if (!dead_) dead_.emplace(index_);
  return dead_->left_out_of(query);
}

Ranking Matcher::first_pass(const Plan& plan, Sort sort, std::size_t depth) {
  Xapian::Database& database = index_.database();
  Xapian::Enquire enquire(database);
  const double full = full_marks(plan);
  Xapian::Query query = live(rarest_first(plan, database));
  if (plan.recency_half_life_days > 0) {
    const double gain = RerankWeights::kRecency * (full > 0 ? full : 1);
    const Recency recency{plan.recency_half_life_days, gain, plan.today};
    query = with_recency(query, recency, database);
  }
  enquire.set_query(query);
  if (!weight_) weight_.emplace(average_length(database));
  enquire.set_weighting_scheme(*weight_);
  Xapian::MultiValueKeyMaker keys;
  if (sort != Sort::kRelevance) sort_by_date(enquire, keys, sort == Sort::kDateDescending);
  const auto count =
      static_cast<Xapian::doccount>(std::min<std::size_t>(depth, database.get_doccount()));
  const ColumnDecider decider(plan.required);
  const Xapian::MSet found =
      enquire.get_mset(0, count, count, nullptr, plan.required.empty() ? nullptr : &decider);
  const double best = found.get_max_attained();
  const double unit = RerankWeights::kBm25 / (full > 0 ? full : best > 0 ? best : 1);
  Ranking ranking;
  for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
    ranking.order.push_back({*hit, hit.get_weight() * unit, false, true});
  }
  // Fewer than asked for: all of them.
  const bool all = found.size() < count;
  const bool counted = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  ranking.estimated_total = all ? found.size() : found.get_matches_estimated();
  ranking.exhaustive = (all || counted) && !*plan.gave_up;
  return ranking;
}

Ranking Matcher::match(const Plan& plan, Sort sort, std::size_t depth) {
  if (plan.query.empty()) return {{}, 0, true};
  const std::size_t wanted = std::max(depth, RerankWeights::kCandidates);
  Ranking ranking = first_pass(plan, sort, wanted);
  if (sort != Sort::kRelevance) return ranking;
  const std::size_t count = std::min(ranking.order.size(), RerankWeights::kCandidates);
  second_pass({ranking.order.data(), count}, depth, plan, index_.database());
  return ranking;
}

}  // namespace fihris::internal
