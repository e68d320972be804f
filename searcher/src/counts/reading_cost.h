// What it takes to find the articles that answer a query.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "plan/query_plan.h"

namespace fihris::searcher::counts {

// To find a document in a list takes as long as to read so many of its postings.
constexpr double kSkipCost = 20;

// What it takes, in postings that could be read meanwhile: to find all articles that answer a
// query, and to say of one whether it does. Roughly.
struct ReadingCost {
  double all = 0;
  double of_one = 0;
};
ReadingCost reading_cost(const Xapian::Query& query, const plan::Plan& plan,
                         const Xapian::Database& database);
constexpr double kColumnCost = 130;

// The number of documents with a term of the plan.
Xapian::doccount frequency(const std::string& term, const plan::Plan& plan,
                           const Xapian::Database& database);

// Of the members of a query, and the one that costs least.
std::vector<ReadingCost> member_costs(const Xapian::Query& query, const plan::Plan& plan,
                                      const Xapian::Database& database);
std::size_t cheapest(const std::vector<ReadingCost>& costs);

// The term of a LEAF_TERM.
inline std::string term_of_leaf(const Xapian::Query& leaf) { return *leaf.get_terms_begin(); }

}  // namespace fihris::searcher::counts
