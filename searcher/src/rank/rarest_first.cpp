#include "rank/rarest_first.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace fihris::searcher::rank {
namespace {

using Xapian::Query;

// More links cost each article of the first members more than they save.
constexpr std::size_t kMaxLinks = 20;

struct Member {
  double postings;
  Query query;
};

// How many entries the posting lists of its terms have together.
double postings_of(const Query& query, const plan::Plan& plan, const Xapian::Database& database) {
  double postings = 0;
  for (auto term = query.get_terms_begin(); term != query.get_terms_end(); ++term) {
    const auto known = plan.articles_with.find(*term);
    postings += known == plan.articles_with.end() ? database.get_termfreq(*term) : known->second;
  }
  return postings;
}

// Gathers the members of an OR. A word and what else matches for it are members side by side.
void add_members(const Query& either, const plan::Plan& plan, const Xapian::Database& database,
                 std::vector<Member>& members) {
  for (std::size_t i = 0; i < either.get_num_subqueries(); ++i) {
    const Query member = either.get_subquery(i);
    if (member.get_type() == Query::OP_OR) {
      add_members(member, plan, database, members);
    } else {
      members.push_back({postings_of(member, plan, database), member});
    }
  }
}

// The members, rarest first, as ORs one inside the other with the rarest innermost. Xapian puts an
// OR inside an OR back into one, unless something stands between them. So each link halves what is
// inside it, and what is inside is doubled as often: powers of two change no digit of a weight.
Query chain(const std::vector<Member>& members) {
  const std::size_t links = std::min(members.size() - 1, kMaxLinks);
  const std::size_t first = members.size() - links;
  std::vector<Query> inner;
  for (std::size_t i = 0; i < first; ++i) inner.push_back(members[i].query);
  const auto scaled = [](double factor, const Query& query) {
    return factor == 1 ? query : Query(factor, query);
  };
  double factor = std::exp2(static_cast<double>(links - 1));
  for (Query& query : inner) query = scaled(factor, query);
  Query all(Query::OP_OR, inner.begin(), inner.end());
  for (std::size_t i = first; i < members.size(); ++i) {
    const Query before = i == first ? all : Query(0.5, all);
    all = Query(Query::OP_OR, before, scaled(factor, members[i].query));
    factor /= 2;
  }
  return all;
}

}  // namespace

Query rarest_first(const plan::Plan& plan, const Xapian::Database& database) {
  const Query& query = plan.query;
  if (plan.has_prefix) return query;  // the words of a beginning all weigh the same
  const bool with_more = query.get_type() == Query::OP_AND_MAYBE;
  const Query either = with_more ? query.get_subquery(0) : query;
  if (either.get_type() != Query::OP_OR || either.get_num_subqueries() < 3) return query;
  std::vector<Member> members;
  add_members(either, plan, database, members);
  std::stable_sort(members.begin(), members.end(),
                   [](const Member& a, const Member& b) { return a.postings < b.postings; });
  const Query chained = chain(members);
  return with_more ? Query(Query::OP_AND_MAYBE, chained, query.get_subquery(1)) : chained;
}

}  // namespace fihris::searcher::rank
