#include "rank/ranking.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "plan/ranking_weights.h"
#include "rank/any_word.h"
#include "rank/rarest_first.h"
#include "rank/second_pass.h"

namespace fihris::searcher::rank {
namespace {

using Xapian::Query;

// With fewer postings, a slice of them is not worth another thread's setting up.
constexpr std::uint64_t kWorthSlicing = 5000;

// Whether a part of the query is a source of ours (a phrase that is excluded or only ranks), which
// can't be handed to another thread.
bool has_source(const Query& query) {
  if (query.get_type() == Query::LEAF_POSTING_SOURCE) return true;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (has_source(query.get_subquery(i))) return true;
  }
  return false;
}

// Whether several threads are quicker. What is checked during the match is checked by one thread,
// unless our own source does it.
bool worth_slicing(const plan::Plan& plan, const AskedQuery& asked, Sort sort) {
  const Query::op type = plan.query.get_type();
  const bool any_word = type == Query::OP_OR || type == Query::OP_AND_MAYBE;
  const bool checks = !plan.required.empty() || (plan.check_text && !asked.by_any_word);
  return (any_word || asked.by_any_word) && !checks && sort == Sort::kRelevance &&
         plan.postings() >= kWorthSlicing && !has_source(asked.query);
}

// What one of Xapian's weights counts in a score, when the best article weighs `best`.
// Bonuses are in shares of full marks, so they mean the same for a query of two words and one of
// ten, and do not hang on how good the best article happens to be.
double unit_of(const plan::Plan& plan, double best) {
  const double full = full_marks(plan);
  return plan::RerankWeights::kBm25 / (full > 0 ? full : best > 0 ? best : 1);
}

// Makes scores of weights.
void scale(FirstPass& found, double unit) {
  for (Ranked& each : found.order) each.score *= unit;
}

// Puts two slices together, in the order in which Xapian puts the articles of one.
FirstPass merged(const FirstPass& lower, const FirstPass& upper, std::size_t depth) {
  FirstPass both;
  both.best = std::max(lower.best, upper.best);
  std::merge(lower.order.begin(), lower.order.end(), upper.order.begin(), upper.order.end(),
             std::back_inserter(both.order), [](const Ranked& a, const Ranked& b) {
               return a.score != b.score ? a.score > b.score : a.id < b.id;
             });
  both.order.resize(std::min(depth, both.order.size()));
  return both;
}

// One slice for each thread, each asked by the thread that comes to it. Not even copies of a query
// may be used by two threads: it is written, and read again by each.
std::vector<FirstPass> slices_of(const plan::Plan& plan, const AskedQuery& asked, Sort sort,
                                 std::size_t depth, Executor& executor) {
  const std::string written = asked.query.serialise();
  const auto threshold = only_words_weigh(plan) ? std::make_shared<Threshold>() : nullptr;
  std::vector<FirstPass> found(executor.threads());
  executor.share(found.size(), [&](ThreadContext& context, WorkItems& slices) {
    const AskedQuery own{Query::unserialise(written), asked.by_any_word};
    while (const auto slice = slices.take()) {
      const DocidSlice part{*slice, found.size()};
      found[*slice] = context.matcher.first_pass(plan, own, sort, depth, part, threshold);
    }
  });
  return found;
}

// The shape in which the plan's query is answered soonest.
AskedQuery asked_query(const plan::Plan& plan, Sort sort, const Xapian::Database& database) {
  const bool by_any_word =
      has_any_word(plan) && sort == Sort::kRelevance && worth_any_word(plan, database);
  if (by_any_word) return {without_words(plan.query), true};
  return {rarest_first(plan, database), false};
}

// The best articles by the words they have.
FirstPass first_pass(const plan::Plan& plan, Sort sort, std::size_t depth, Executor& executor) {
  const AskedQuery query = asked_query(plan, sort, executor.here().index.database());
  if (executor.threads() == 1 || !worth_slicing(plan, query, sort)) {
    return executor.here().matcher.first_pass(plan, query, sort, depth);
  }
  std::vector<FirstPass> found = slices_of(plan, query, sort, depth, executor);
  FirstPass all = std::move(found.front());
  for (std::size_t i = 1; i < found.size(); ++i) all = merged(all, found[i], depth);
  return all;
}

// What was found, with scores instead of weights, when `asked` articles were asked for.
Ranking ranking_of(FirstPass found, std::size_t asked, double unit, const plan::Plan& plan,
                   std::size_t articles) {
  scale(found, unit);
  Ranking ranking;
  ranking.order = std::move(found.order);
  ranking.unit = unit;
  const bool stopped = plan.deadline && plan.deadline->stopped();
  ranking.all = (ranking.order.size() < asked || asked == articles) && !stopped;
  return ranking;
}

}  // namespace

Ranking best_articles(const plan::Plan& plan, Sort sort, std::size_t depth, Executor& executor) {
  if (plan.query.empty()) return {{}, true};
  const std::size_t articles = executor.here().index.database().get_doccount();
  const std::size_t asked = std::min(std::max(depth, plan::RerankWeights::kCandidates), articles);
  FirstPass found = first_pass(plan, sort, asked, executor);
  const double unit = unit_of(plan, found.best);
  Ranking ranking = ranking_of(std::move(found), asked, unit, plan, articles);
  if (sort != Sort::kRelevance) return ranking;
  const std::size_t count = std::min(ranking.order.size(), plan::RerankWeights::kCandidates);
  second_pass({ranking.order.data(), count}, plan, executor);
  return ranking;
}

Ranking further_articles(const plan::Plan& plan, Sort sort, const Query& some, std::size_t depth,
                         double unit, Executor& executor) {
  ThreadContext& here = executor.here();
  const std::size_t articles = here.index.database().get_doccount();
  const std::size_t asked = std::min(depth, articles);
  const AskedQuery query{Query(Query::OP_FILTER, rarest_first(plan, here.index.database()), some),
                         false};
  return ranking_of(here.matcher.first_pass(plan, query, sort, asked), asked, unit, plan, articles);
}

}  // namespace fihris::searcher::rank
