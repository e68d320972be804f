#include "plan/clause.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace fihris::searcher::plan {
namespace {

using Xapian::Query;
using Queries = std::vector<Query>;

Query joined(Query::op op, const Queries& queries) {
  if (queries.size() == 1) return queries.front();
  return {op, queries.begin(), queries.end()};
}

void append(column::Patterns& patterns, column::Patterns more) {
  patterns.insert(patterns.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

void drop_empty(std::vector<Clause>& clauses) {
  clauses.erase(std::remove_if(clauses.begin(), clauses.end(),
                               [](const Clause& clause) { return clause.empty; }),
                clauses.end());
}

// The queries of clauses that have no patterns.
Queries queries_of(const std::vector<Clause>& clauses) {
  Queries queries;
  queries.reserve(clauses.size());
  for (const Clause& clause : clauses) queries.push_back(clause.query);
  return queries;
}

// Takes the clause's query for a member, or its members where it is nothing but an OR of them.
void append(AnyOf& any, const Clause& clause) {
  if (clause.any.size() > 0 && clause.any.extras.empty() && !clause.restricted) {
    any.add(clause.any);
    return;
  }
  const Query member = self_contained(clause);
  if (!member.empty()) any.others.push_back(member);
}

// The clause that demands all of these; their patterns come up to be checked together.
Clause all_of_clauses(std::vector<Clause> clauses) {
  if (clauses.size() == 1) return std::move(clauses.front());
  Clause result;
  Queries queries;
  std::vector<Condition> conditions;
  for (Clause& clause : clauses) {
    if (!clause.query.empty()) queries.push_back(std::move(clause.query));
    append(result.patterns, std::move(clause.patterns));
    result.by_fingerprint |= clause.by_fingerprint;
    conditions.push_back(std::move(clause.condition));
  }
  if (!queries.empty()) result.query = joined(Query::OP_AND, queries);
  result.condition = all_of(std::move(conditions));
  return result;
}

Query filter_query(const std::vector<GroupMembers::Filter>& filters, bool any_value_of_field) {
  std::vector<Queries> groups;
  std::unordered_map<std::string_view, std::size_t> group_of;  // by field
  for (const GroupMembers::Filter& filter : filters) {
    const auto [at, fresh] = group_of.try_emplace(filter.field, groups.size());
    if (!fresh && any_value_of_field) {
      groups[at->second].push_back(filter.query);
    } else {
      groups.push_back({filter.query});
    }
  }
  Queries all;
  all.reserve(groups.size());
  for (const Queries& values : groups) all.push_back(joined(Query::OP_OR, values));
  return joined(Query::OP_AND, all);
}

bool only_stops(const std::vector<Clause>& clauses) {
  return std::all_of(clauses.begin(), clauses.end(),
                     [](const Clause& clause) { return clause.stop_only(); });
}

void drop_stops(std::vector<Clause>& clauses) {
  clauses.erase(std::remove_if(clauses.begin(), clauses.end(),
                               [](const Clause& clause) { return clause.stop_only(); }),
                clauses.end());
}

// The clause of the demanded members of a group: what must be there decides, what should be there
// ranks.
Clause demanded_part(GroupMembers& parts) {
  Queries ranking = queries_of(parts.optional);
  drop_stops(parts.should);
  for (const Clause& clause : parts.should) ranking.push_back(self_contained(clause));
  Clause all = all_of_clauses(std::move(parts.must));
  if (ranking.empty()) return all;
  const Query base = all.query.empty() ? Query::MatchAll : all.query;
  all.query = Query(Query::OP_AND_MAYBE, base, joined(Query::OP_OR, ranking));
  all.any = {};
  return all;
}

// Moves what should be found to what must be. Function words stay, unless there is nothing else.
void demand_words(GroupMembers& parts) {
  if (!only_stops(parts.should)) drop_stops(parts.should);
  if (!parts.must.empty() && only_stops(parts.should)) return;
  std::move(parts.should.begin(), parts.should.end(), std::back_inserter(parts.must));
  parts.should.clear();
}

// Lets what the clause matches gain by these.
void add_extras(Clause& clause, const std::vector<Clause>& extras) {
  clause.query = Query(Query::OP_AND_MAYBE, clause.query, joined(Query::OP_OR, queries_of(extras)));
  bool known = clause.any.known() && clause.any.extras.empty() && !clause.restricted;
  for (const Clause& extra : extras) {
    known &= extra.any.known() && extra.any.phrases.empty();
    const std::vector<WeighedTerm>& terms = extra.any.terms;
    clause.any.extras.insert(clause.any.extras.end(), terms.begin(), terms.end());
  }
  if (!known) clause.any = {};
}

Clause ranked_part(GroupMembers& parts, const Joining& joining) {
  if (joining.all_words && joining.beside_others) demand_words(parts);
  if (!parts.must.empty()) return demanded_part(parts);
  const bool stops = only_stops(parts.should);
  if (stops || joining.all_words) {
    demand_words(parts);
    return demanded_part(parts);
  }
  Clause any = any_of_clauses(std::move(parts.should));
  if (parts.optional.empty()) return any;
  add_extras(any, parts.optional);
  return any;
}

}  // namespace

Condition all_of(std::vector<Condition> conditions) {
  if (conditions.size() == 1) return std::move(conditions.front());
  return {Condition::Kind::kAll, 0, std::move(conditions)};
}

Condition any_of(std::vector<Condition> conditions) {
  if (conditions.size() == 1) return std::move(conditions.front());
  return {Condition::Kind::kAny, 0, std::move(conditions)};
}

std::size_t first_wanted(const Condition& condition) {
  const Condition* first = &condition;
  while (first->kind == Condition::Kind::kAny) first = &first->children.front();
  return first->wanted;
}

Query self_contained(const Clause& clause) {
  if (clause.patterns.empty()) return clause.query;
  constexpr auto kNoLimit = std::numeric_limits<Xapian::doccount>::max();
  auto patterns = std::make_shared<const column::Patterns>(clause.patterns);
  auto* source = new column::PatternSource(std::move(patterns), kNoLimit, nullptr);
  const Query check(source->release());
  return clause.query.empty() ? check : Query(Query::OP_FILTER, clause.query, check);
}

Clause any_of_clauses(std::vector<Clause> clauses) {
  drop_empty(clauses);
  Clause result;
  if (!only_stops(clauses)) drop_stops(clauses);
  if (clauses.size() == 1) return std::move(clauses.front());
  Queries queries;
  std::vector<Condition> conditions;
  for (Clause& clause : clauses) {
    queries.push_back(self_contained(clause));
    append(result.any, clause);
    result.by_fingerprint |= clause.trusts_fingerprints();
    conditions.push_back(std::move(clause.condition));
  }
  if (queries.empty()) {
    result.empty = true;
    return result;
  }
  result.query = joined(Query::OP_OR, queries);
  result.condition = any_of(std::move(conditions));
  return result;
}

Clause join(GroupMembers parts, const Joining& joining) {
  drop_empty(parts.must);
  drop_empty(parts.should);
  drop_empty(parts.must_not);
  Clause result;
  const bool asks = !parts.must.empty() || !parts.should.empty();
  const bool restricts = !parts.filters.empty() || !parts.must_not.empty();
  if (!asks && !restricts) {
    result.empty = true;
    return result;
  }
  if (asks) result = ranked_part(parts, joining);
  if (result.query.empty() && restricts) result.query = Query::MatchAll;
  result.restricted |= restricts;
  if (!parts.filters.empty()) {
    const Query filter = filter_query(parts.filters, joining.any_value_of_field);
    result.query = Query(Query::OP_FILTER, result.query, filter);
  }
  for (const Clause& clause : parts.must_not) {
    result.query = Query(Query::OP_AND_NOT, result.query, self_contained(clause));
  }
  return result;
}

Query query_of(const AnyOf& any, Query::op op) {
  Queries members = any.others;
  for (const WeighedTerm& each : any.terms) {
    const Query term(each.term, each.times);
    members.push_back(each.factor == 1 ? term : Query(each.factor, term));
  }
  if (members.empty()) return Query::MatchNothing;
  return {op, members.begin(), members.end()};
}

void add_members(Clause& clause, const AnyOf& more) {
  if (more.size() == 0) return;
  if (clause.any.size() == 0 && !clause.query.empty()) clause.any.others.push_back(clause.query);
  clause.query = Query(Query::OP_OR, clause.query, query_of(more));
  clause.any.add(more);
  if (!clause.patterns.empty()) clause.any = {};  // they are demanded of these as well
}

void scale_weight(Clause& clause, double factor) {
  clause.query = Query(factor, clause.query);
  if (clause.any.known() && clause.any.extras.empty() && !clause.restricted) {
    clause.any.scale(factor);
  } else {
    clause.any = {};
  }
}

Clause scaled(Clause clause, double weight) {
  clause.by_fingerprint = clause.trusts_fingerprints();
  clause.query = self_contained(clause);
  clause.patterns.clear();
  scale_weight(clause, weight);
  return clause;
}

std::size_t typed_wanted(const Clause& clause) { return first_wanted(clause.condition); }

}  // namespace fihris::searcher::plan
