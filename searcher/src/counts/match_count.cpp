#include "counts/match_count.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "column/value_keys.h"
#include "counts/article_set.h"
#include "counts/reading_cost.h"

namespace fihris::searcher::counts {
namespace {

using Xapian::Query;

// How many postings may be read to count. A match leaves most of the articles aside that have one
// of several words, so counting those may take little; of other queries it looks at all.
constexpr double kMostOfAnyWord = 8'000;
constexpr double kMost = 300'000;
// Of demanded phrases, so many columns.
constexpr double kMostColumns = 10'000;
// What a sample may take, where reading all would take more; and into how many blocks it is cut,
// as finding their beginnings takes time for each word.
constexpr double kSampled = 4'000;
constexpr Xapian::docid kBlocks = 12;

// What decides, without what only ranks or restricts.
Query core_of(const Query& query) {
  switch (query.get_type()) {
    case Query::OP_AND_MAYBE:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
    case Query::OP_SCALE_WEIGHT:
      return core_of(query.get_subquery(0));
    default:
      return query;
  }
}

double most_for(const plan::Plan& plan) {
  if (!plan.required.empty()) return kMost + kColumnCost * kMostColumns;
  const bool any_word = core_of(plan.query).get_type() == Query::OP_OR && plan.words.size() > 1;
  return any_word ? kMostOfAnyWord : kMost;
}

struct Bounds {
  double least = 0;
  double most = 0;
};

// How many articles the query can have, dead ones included.
Bounds bounds_of(const Query& query, const plan::Plan& plan, const Xapian::Database& database) {
  const double articles = database.get_doccount();
  const auto of_member = [&](std::size_t i) {
    return bounds_of(query.get_subquery(i), plan, database);
  };
  switch (query.get_type()) {
    case Query::LEAF_TERM: {
      const double with = frequency(*query.get_terms_begin(), plan, database);
      return {with, with};
    }
    case Query::LEAF_MATCH_ALL:
      return {articles, articles};
    case Query::OP_OR: {
      Bounds any;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
        const Bounds member = of_member(i);
        any = {std::max(any.least, member.least), any.most + member.most};
      }
      return {any.least, std::min(any.most, articles)};
    }
    case Query::OP_AND:
    case Query::OP_FILTER: {
      Bounds all{0, articles};
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        all.most = std::min(all.most, of_member(i).most);
      return all;
    }
    case Query::OP_AND_NOT:
      return {0, of_member(0).most};
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return of_member(0);
    default:
      return {0, query.empty() ? 0 : articles};
  }
}

// Blocks with about such a part of all documents.
Blocks blocks_of(Xapian::docid last, double part) {
  if (part >= 1) return {last, 1, 1};
  const Xapian::docid every = std::max<Xapian::docid>(last / kBlocks, 2);
  const double length = std::ceil(every * part);
  return {last, every, static_cast<Xapian::docid>(std::min<double>(length, every))};
}

// Some of the matches, or all.
struct Matches {
  Ids ids;           // in the numbering of index.database()
  double times = 1;  // so many stand behind each
};

// The live matches in one of the index's databases. Says whether they are all.
bool find_in(std::size_t shard, store::OpenIndex& index, const plan::Plan& plan, double part,
             Matches& matches) {
  const Xapian::Database& database = index.shard(shard);
  const Blocks blocks = blocks_of(database.get_lastdocid(), part);
  ArticleSet set(database, plan, blocks);
  matches.ids = set.matches();
  for (Xapian::docid& id : matches.ids) id = index.id_of({shard, id});
  if (index.has_dead())
    std::erase_if(matches.ids, [&](Xapian::docid id) { return !index.is_live(id); });
  matches.times = static_cast<double>(blocks.every) / blocks.length;
  return blocks.length == blocks.every && set.complete();
}

// Calls visit(matches) for each part and for the delta. Says whether they were all.
template <class Visit>
bool visit_matches(store::OpenIndex& index, const plan::Plan& plan, Visit visit) {
  const Xapian::Database& database = index.database();
  double cost = reading_cost(plan.query, plan, database).all;
  if (!plan.required.empty()) cost += kColumnCost * bounds_of(plan.query, plan, database).most;
  const double most_read = most_for(plan);
  const double part = cost <= most_read ? 1 : std::max(kSampled, most_read / 4) / cost;
  Matches matches;
  bool all = true;
  for (std::size_t shard = 0; shard < index.shards(); ++shard) {
    all = find_in(shard, index, plan, part, matches) && all;
    visit(matches);
  }
  return all;
}

}  // namespace

MatchCount count_matches(store::OpenIndex& index, const plan::Plan& plan) {
  if (plan.query.empty()) return {};
  MatchCount count;
  count.exact = visit_matches(index, plan, [&count](const Matches& matches) {
    const double articles = static_cast<double>(matches.ids.size()) * matches.times;
    count.articles += static_cast<std::uint64_t>(std::llround(articles));
  });
  if (count.exact) return count;
  const Bounds bounds = bounds_of(plan.query, plan, index.database());
  const auto live = static_cast<double>(index.live_articles());
  const double dead = index.database().get_doccount() - live;
  const double least = plan.required.empty() ? std::max(bounds.least - dead, 0.0) : 0;
  const double most = std::min(bounds.most, live);
  const auto told = static_cast<double>(count.articles);
  count.articles = static_cast<std::uint64_t>(std::clamp(told, std::min(least, most), most));
  return count;
}

MatchCount count_values(store::OpenIndex& index, const plan::Plan& plan, const FieldSpec& field) {
  if (plan.query.empty()) return {};
  const column::ValueKeys keys(field, index);
  std::unordered_map<std::uint64_t, std::uint32_t> met;
  double without = 0;
  double times = 1;
  MatchCount count;
  count.exact = visit_matches(index, plan, [&](const Matches& matches) {
    times = std::max(times, matches.times);
    for (const Xapian::docid id : matches.ids) {
      const std::uint64_t key = keys.of(id);
      key == column::ValueKeys::kNone ? without += matches.times : ++met[key];
    }
  });
  const auto once = static_cast<double>(
      std::count_if(met.begin(), met.end(), [](const auto& value) { return value.second == 1; }));
  double values = static_cast<double>(met.size()) + (std::sqrt(times) - 1) * once;
  if (keys.known() != 0) values = std::min(values, static_cast<double>(keys.known()));
  count.articles = static_cast<std::uint64_t>(std::llround(values + without));
  return count;
}

}  // namespace fihris::searcher::counts
