// What a clause asks for when any of its members will do, member by member.
#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "column/column_source.h"

namespace fihris::searcher::plan {

// A term by which an article gains weight.
struct WeighedTerm {
  std::string term;
  Xapian::termcount times = 1;  // in the query
  double factor = 1;            // of what it weighs by itself
};

// Several that an article must all have, and in its token column the patterns.
struct WeighedPhrase {
  std::vector<std::string> terms;
  double factor = 1;
  std::shared_ptr<const column::Patterns> patterns;
};

// An OR taken apart: the same matches and weights as the Xapian query it stands beside, whose
// factors Xapian does not tell. Without members beside a query that is not known to be one.
struct AnyOf {
  std::vector<WeighedTerm> terms;
  std::vector<WeighedPhrase> phrases;
  std::vector<Xapian::Query> others;  // members of another kind
  std::vector<WeighedTerm> extras;    // give weight to what has a member, and match nothing

  std::size_t size() const { return terms.size() + phrases.size() + others.size(); }
  bool known() const { return size() > 0 && others.empty(); }
  // The members of another; not its extras.
  void add(const AnyOf& more) {
    terms.insert(terms.end(), more.terms.begin(), more.terms.end());
    phrases.insert(phrases.end(), more.phrases.begin(), more.phrases.end());
    others.insert(others.end(), more.others.begin(), more.others.end());
  }
  void scale(double factor) {
    for (WeighedTerm& each : terms) each.factor *= factor;
    for (WeighedPhrase& each : phrases) each.factor *= factor;
  }
};

}  // namespace fihris::searcher::plan
