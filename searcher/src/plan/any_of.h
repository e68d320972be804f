// What a clause asks for when any of its members will do, member by member.
#pragma once

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

namespace fihris::searcher::plan {

// A term by which an article gains weight.
struct WeighedTerm {
  std::string term;
  Xapian::termcount times = 1;  // in the query
  double factor = 1;            // of what it weighs by itself
};

// An OR taken apart: the same matches and weights as the Xapian query it stands beside, whose
// factors Xapian does not tell. Empty beside a query that is not known to be one.
struct AnyOf {
  std::vector<WeighedTerm> terms;
  std::vector<Xapian::Query> others;  // members that are more than a term
  std::vector<WeighedTerm> extras;    // give weight to what has a member, and match nothing

  bool empty() const { return terms.empty() && others.empty(); }
  bool only_terms() const { return others.empty() && extras.empty() && !terms.empty(); }
  void add(WeighedTerm term) { terms.push_back(std::move(term)); }
  // The members of another; not its extras.
  void add(const AnyOf& more) {
    terms.insert(terms.end(), more.terms.begin(), more.terms.end());
    others.insert(others.end(), more.others.begin(), more.others.end());
  }
  void scale(double factor) {
    for (WeighedTerm& each : terms) each.factor *= factor;
  }
};

}  // namespace fihris::searcher::plan
