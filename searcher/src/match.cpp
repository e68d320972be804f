#include "match.h"

#include <algorithm>

#include "fihris/store/fields.h"
#include "ranking_weights.h"
#include "second_pass.h"

namespace fihris::internal {
namespace {

Xapian::BM25Weight bm25() {
  using W = Bm25Weights;
  return {W::kK1, W::kK2, W::kK3, W::kB, W::kMinLength};
}

// Articles without a date come last either way.
void sort_by_date(Xapian::Enquire& enquire, Xapian::MultiValueKeyMaker& keys, bool descending) {
  keys.add_value(slot::kDate, false, descending ? std::string() : std::string("\xff"));
  enquire.set_sort_by_key_then_relevance(&keys, descending);
}

}  // namespace

Ranking Matcher::first_pass(const Plan& plan, Sort sort, std::size_t depth) {
  Xapian::Database& database = index_.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(plan.query);
  enquire.set_weighting_scheme(bm25());
  Xapian::MultiValueKeyMaker keys;
  if (sort != Sort::kRelevance) sort_by_date(enquire, keys, sort == Sort::kDateDescending);
  const auto count =
      static_cast<Xapian::doccount>(std::min<std::size_t>(depth, database.get_doccount()));
  const ColumnDecider decider(index_, plan.required);
  const Xapian::MSet found =
      enquire.get_mset(0, count, count, nullptr, decider.needed() ? &decider : nullptr);
  const double best = found.get_max_attained();
  const double unit = best > 0 ? RerankWeights::kBm25 / best : 0;
  Ranking ranking;
  for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
    ranking.order.push_back({*hit, hit.get_weight() * unit});
  }
  // Fewer than asked for: all of them.
  const bool all = found.size() < count;
  const bool counted = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  ranking.estimated_total = all ? found.size() : found.get_matches_estimated();
  ranking.exhaustive = (all || counted) && !*plan.gave_up;
  return ranking;
}

Ranking Matcher::plain_pass(const Plan& plan, std::size_t depth) {
  if (!lengths_) lengths_.emplace(index_.database());
  const PlainMatches found = match_plain(plan.plain, index_, *lengths_, depth);
  Ranking ranking;
  ranking.estimated_total = found.total;
  ranking.exhaustive = true;
  if (found.best.empty()) return ranking;
  const double unit = RerankWeights::kBm25 / found.best.front().weight;
  const Reranker reranker(plan);
  for (const PlainMatch& match : found.best) {
    const bool candidate = ranking.order.size() < RerankWeights::kCandidates;
    const double bonus = candidate ? reranker.max_bonus(match.words) : 0;
    ranking.order.push_back({match.id, match.weight * unit, bonus, match.words});
  }
  return ranking;
}

Ranking Matcher::match(const Plan& plan, Sort sort, std::size_t depth) {
  if (plan.query.empty()) return {{}, 0, true};
  const std::size_t wanted = std::max(depth, RerankWeights::kCandidates);
  const bool by_relevance = sort == Sort::kRelevance;
  const bool plain = by_relevance && !plan.plain.empty();
  Ranking ranking = plain ? plain_pass(plan, wanted) : first_pass(plan, sort, wanted);
  if (!by_relevance) return ranking;
  const std::size_t count = std::min(ranking.order.size(), RerankWeights::kCandidates);
  second_pass({ranking.order.data(), count}, depth, plain, plan, index_.database());
  return ranking;
}

}  // namespace fihris::internal
