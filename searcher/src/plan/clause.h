// A piece of a plan under construction, and how pieces go together.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "plan/query_plan.h"

namespace fihris::searcher::plan {

// What a part of the query asks for: documents of `query` whose column has `patterns`.
struct Clause {
  Xapian::Query query;  // empty: only function words, to be found in the column
  AnyOf any;  // `query` with its patterns, member by member, where that is an OR or a member
  column::Patterns patterns;
  Condition condition;
  bool by_fingerprint = false;  // `query` itself asks the column
  bool empty = false;           // no word at all
  bool restricted = false;      // `query` is narrower than `any`: by filters or exclusions
  bool stop_only() const { return !empty && query.empty(); }
  bool trusts_fingerprints() const { return by_fingerprint || !patterns.empty(); }
};

Condition all_of(std::vector<Condition> conditions);
Condition any_of(std::vector<Condition> conditions);
// Of alternatives the first, as an index in Plan::wanted: the word that was typed.
std::size_t first_wanted(const Condition& condition);

// The terms and others as one Xapian query; MatchNothing when there are none.
Xapian::Query query_of(const AnyOf& any, Xapian::Query::op op = Xapian::Query::OP_OR);

// Lets the clause match by these as well.
void add_members(Clause& clause, const AnyOf& more);

// The clause's query gives so many times the weight.
void scale_weight(Clause& clause, double factor);

// The clause as one Xapian query that needs no further checks.
Xapian::Query self_contained(const Clause& clause);

// What stands side by side in a group, by the part it plays.
struct GroupMembers {
  std::vector<Clause> must;
  std::vector<Clause> should;
  std::vector<Clause> optional;  // ranks and matches nothing of its own: wholes of compounds
  std::vector<Clause> must_not;
  struct Filter {
    std::string field;
    Xapian::Query query;
  };
  std::vector<Filter> filters;
};

struct Joining {
  bool any_value_of_field = true;  // filters of the same field: any of them; else all
  bool all_words = false;          // what should be found must be, unless something must anyway
  bool beside_others = false;      // even then
};

// One clause for the parts. Function words count only when nothing else is asked for.
Clause join(GroupMembers parts, const Joining& joining);

Clause any_of_clauses(std::vector<Clause> clauses);

// The clause, for a share of its weight.
Clause scaled(Clause clause, double weight);

// What the clause of a token looked for in the text before anything was added to it.
std::size_t typed_wanted(const Clause& clause);

}  // namespace fihris::searcher::plan
