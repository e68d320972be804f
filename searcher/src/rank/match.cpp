#include "rank/match.h"

#include <algorithm>
#include <utility>

#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"
#include "rank/any_word.h"
#include "rank/recency.h"

namespace fihris::searcher::rank {
namespace {

// Has the best articles be those with the greatest or the least value in a slot: the newest, say;
// of those with the same, by the next slot. Those without a value come last either way.
void sort_by_values(Xapian::Enquire& enquire, const std::vector<plan::SortSlot>& slots,
                    Xapian::MultiValueKeyMaker& keys) {
  const std::string behind_all(100, '\xff');
  if (slots.size() == 1) {
    const bool descending = slots.front().descending;
    keys.add_value(slots.front().slot, false, descending ? std::string() : behind_all);
    enquire.set_sort_by_key_then_relevance(&keys, descending);
    return;
  }
  for (const plan::SortSlot& each : slots) {
    keys.add_value(each.slot, each.descending, each.descending ? std::string() : behind_all);
  }
  enquire.set_sort_by_key_then_relevance(&keys, false);
}

// With fewer postings, or anything but words that may all be missing but one, the fifth of a match
// that in_slice() takes is little.
constexpr std::uint64_t kFewPostings = 20'000;

bool must_lead(const plan::Plan& plan, const AskedQuery& asked, DocidSlice slice) {
  if (asked.by_any_word) return true;  // costs nothing then
  const Xapian::Query::op type = plan.query.get_type();
  const bool any_word = type == Xapian::Query::OP_OR || type == Xapian::Query::OP_AND_MAYBE;
  return slice.of > 1 || plan.deadline || !any_word || plan.postings() < kFewPostings;
}

}  // namespace

double full_marks(const plan::Plan& plan) {
  double mass = 0;
  for (const plan::PlanWord& word : plan.words) mass += word.idf;
  return (plan::Bm25Weights::kK1 + 1) * mass;
}

Xapian::Query Matcher::live(const Xapian::Query& query) {
  if (!dead_) dead_.emplace(index_);
  return dead_->left_out_of(query);
}

const Bm25& Matcher::weight() {
  if (!weight_) weight_.emplace(average_length(index_.database()));
  return *weight_;
}

// What Xapian is asked: without dead articles, with what recent ones gain, in the slice.
Xapian::Query Matcher::as_asked(const plan::Plan& plan, const AskedQuery& asked, DocidSlice slice,
                                std::shared_ptr<Threshold> threshold) {
  const Xapian::Database& database = index_.database();
  Xapian::Query query = asked.query;
  if (asked.by_any_word) {
    query = by_any_word(plan, query, database, {weight().shares(), slice, std::move(threshold)});
  }
  query = live(query);
  if (plan.recency_half_life_days > 0) {
    const double full = full_marks(plan);
    const double gain = plan::RerankWeights::kRecency * (full > 0 ? full : 1);
    const Recency recency{plan.recency_half_life_days, gain, plan.today};
    query = with_recency(query, recency, database);
  }
  if (must_lead(plan, asked, slice)) query = in_slice(query, slice, plan.deadline);
  return query;
}

FirstPass Matcher::first_pass(const plan::Plan& plan, const AskedQuery& asked, Sort sort,
                              std::size_t depth, DocidSlice slice,
                              std::shared_ptr<Threshold> threshold) {
  const Xapian::Database& database = index_.database();
  Xapian::Enquire enquire(database);
  enquire.set_query(as_asked(plan, asked, slice, std::move(threshold)));
  enquire.set_weighting_scheme(weight());
  Xapian::MultiValueKeyMaker keys;
  if (sort != Sort::kRelevance) sort_by_values(enquire, plan.sort_slots, keys);
  const auto count =
      static_cast<Xapian::doccount>(std::min<std::size_t>(depth, database.get_doccount()));
  const column::ColumnDecider decider(plan.required);
  const Xapian::MSet matches =
      enquire.get_mset(0, count, count, nullptr, plan.required.empty() ? nullptr : &decider);
  FirstPass found;
  found.best = matches.get_max_attained();
  found.order.reserve(matches.size());
  for (Xapian::MSetIterator hit = matches.begin(); hit != matches.end(); ++hit) {
    found.order.push_back({*hit, hit.get_weight(), false, true});
  }
  return found;
}

}  // namespace fihris::searcher::rank
