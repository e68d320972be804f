#include "match.h"

#include <algorithm>
#include <cmath>

#include "fihris/store/fields.h"
#include "ranking_weights.h"
#include "recency.h"

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

// Xapian adds the words of an article up in the order in which it finds them, which changes the
// last digits; equal articles shall be equal.
double without_last_digits(double score) {
  constexpr double kSteps = 4294967296.0;
  return std::round(score * kSteps) / kSteps;
}

}  // namespace

Xapian::Query Matcher::live(const Xapian::Query& query) {
  if (!dead_) dead_.emplace(index_);
  return dead_->left_out_of(query);
}

FirstPass Matcher::first_pass(const Plan& plan, const Xapian::Query& asked, Sort sort,
                              std::size_t depth, std::optional<Half> half) {
  Xapian::Database& database = index_.database();
  Xapian::Enquire enquire(database);
  const double full = full_marks(plan);
  Xapian::Query query = live(asked);
  if (plan.recency_half_life_days > 0) {
    const double gain = RerankWeights::kRecency * (full > 0 ? full : 1);
    const Recency recency{plan.recency_half_life_days, gain, plan.today};
    query = with_recency(query, recency, database);
  }
  if (half) query = in_half(query, *half, index_.generation().get_lastdocid() / 2);
  enquire.set_query(query);
  if (!weight_) weight_.emplace(average_length(database));
  enquire.set_weighting_scheme(*weight_);
  Xapian::MultiValueKeyMaker keys;
  if (sort != Sort::kRelevance) sort_by_date(enquire, keys, sort == Sort::kDateDescending);
  const auto count =
      static_cast<Xapian::doccount>(std::min<std::size_t>(depth, database.get_doccount()));
  const ColumnDecider decider(plan.required);
  const Xapian::MSet matches =
      enquire.get_mset(0, count, count, nullptr, plan.required.empty() ? nullptr : &decider);
  const double best = matches.get_max_attained();
  const double unit = RerankWeights::kBm25 / (full > 0 ? full : best > 0 ? best : 1);
  FirstPass found;
  found.order.reserve(matches.size());
  for (Xapian::MSetIterator hit = matches.begin(); hit != matches.end(); ++hit) {
    found.order.push_back({*hit, without_last_digits(hit.get_weight() * unit), false, true});
  }
  found.at_least = matches.get_matches_lower_bound();
  found.at_most = matches.get_matches_upper_bound();
  found.estimated = matches.get_matches_estimated();
  return found;
}

}  // namespace fihris::internal
