#include "counts/reading_cost.h"

#include <algorithm>

namespace fihris::searcher::counts {
namespace {

using Xapian::Query;

constexpr double kValueCost = 8;

// What one member leaves is looked up in the others, or those are read.
ReadingCost beginning_with(std::size_t first, const std::vector<ReadingCost>& costs) {
  ReadingCost cost{costs[first].all, costs[first].of_one};
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (i == first) continue;
    cost.all += std::min(costs[i].all, costs[first].all * costs[i].of_one);
    cost.of_one += costs[i].of_one;
  }
  return cost;
}

ReadingCost sum_of(const std::vector<ReadingCost>& costs) {
  ReadingCost sum;
  for (const ReadingCost& each : costs) sum = {sum.all + each.all, sum.of_one + each.of_one};
  return sum;
}

}  // namespace

std::vector<ReadingCost> member_costs(const Query& query, const plan::Plan& plan,
                                      const Xapian::Database& database) {
  std::vector<ReadingCost> costs;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    costs.push_back(reading_cost(query.get_subquery(i), plan, database));
  return costs;
}

std::size_t cheapest(const std::vector<ReadingCost>& costs) {
  const auto least =
      std::min_element(costs.begin(), costs.end(),
                       [](const ReadingCost& a, const ReadingCost& b) { return a.all < b.all; });
  return static_cast<std::size_t>(least - costs.begin());
}

Xapian::doccount frequency(const std::string& term, const plan::Plan& plan,
                           const Xapian::Database& database) {
  const auto known = plan.articles_with.find(term);
  return known == plan.articles_with.end() ? database.get_termfreq(term) : known->second;
}

ReadingCost reading_cost(const Query& query, const plan::Plan& plan,
                         const Xapian::Database& database) {
  const double articles = database.get_doccount();
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return {static_cast<double>(frequency(term_of_leaf(query), plan, database)), kSkipCost};
    case Query::LEAF_MATCH_ALL:
      return {articles, 0};
    case Query::LEAF_POSTING_SOURCE:
      return {kColumnCost * articles, kColumnCost};
    case Query::OP_OR:
      return sum_of(member_costs(query, plan, database));
    case Query::OP_AND:
    case Query::OP_FILTER: {
      const std::vector<ReadingCost> costs = member_costs(query, plan, database);
      return beginning_with(cheapest(costs), costs);
    }
    case Query::OP_AND_NOT:
      return beginning_with(0, member_costs(query, plan, database));
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return reading_cost(query.get_subquery(0), plan, database);
    default:
      return query.empty() ? ReadingCost{} : ReadingCost{kValueCost * articles, kValueCost};
  }
}

}  // namespace fihris::searcher::counts
