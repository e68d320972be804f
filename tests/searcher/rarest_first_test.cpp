#include "rank/rarest_first.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "fihris/store/fields.h"
#include "fihris/store/posting.h"
#include "rank/bm25.h"

namespace fihris::searcher::rank {
namespace {

using Xapian::Query;

constexpr unsigned kArticles = 400;

// Word wN is in every Nth article.
std::string word(unsigned n) { return "w" + std::to_string(n); }

Xapian::WritableDatabase database() {
  Xapian::WritableDatabase db({}, Xapian::DB_BACKEND_INMEMORY);
  for (unsigned id = 1; id <= kArticles; ++id) {
    Xapian::Document document;
    for (unsigned n = 1; n <= 40; ++n) {
      if (id % n == 0) document.add_term(word(n), wdf_of({1 + id % 3, id % kLengthSteps}));
    }
    document.add_term(std::string(prefix::kLength), 100 + id);
    db.add_document(document);
  }
  return db;
}

Query any_of(const std::vector<Query>& queries) {
  return {Query::OP_OR, queries.begin(), queries.end()};
}

Query words(unsigned first, unsigned last) {
  std::vector<Query> queries;
  for (unsigned n = first; n <= last; ++n) queries.emplace_back(word(n));
  return any_of(queries);
}

Xapian::MSet found(const Xapian::Database& db, const Query& query) {
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(Bm25(average_length(db)));
  enquire.set_query(query);
  return enquire.get_mset(0, 20, 20);
}

void expect_same_answer(const Query& query) {
  const Xapian::WritableDatabase db = database();
  searcher::plan::Plan plan;
  plan.query = query;
  const Query chained = rarest_first(plan, db);
  const Xapian::MSet expected = found(db, query);
  const Xapian::MSet got = found(db, chained);
  ASSERT_EQ(got.size(), expected.size());
  for (Xapian::doccount i = 0; i < got.size(); ++i) {
    EXPECT_EQ(*got[i], *expected[i]) << i << ' ' << chained.get_description();
    EXPECT_NEAR(got[i].get_weight(), expected[i].get_weight(), 1e-9) << i;
  }
}

TEST(RarestFirst, FindsTheSameWithTheSameWeights) {
  expect_same_answer(words(2, 4));
  expect_same_answer(words(1, 12));
}

TEST(RarestFirst, AlsoOfMoreWordsThanItLinks) { expect_same_answer(words(1, 40)); }

TEST(RarestFirst, AlsoOfWordsWithAlternatives) {
  const Query light(Query::OP_SCALE_WEIGHT, any_of({Query(word(9)), Query(word(25))}), 0.3);
  expect_same_answer(
      any_of({Query(Query::OP_OR, Query(word(7)), light), Query(word(3), 2), Query(word(11))}));
}

TEST(RarestFirst, AlsoBesideWhatOnlyRanks) {
  expect_same_answer(Query(Query::OP_AND_MAYBE, words(5, 9), Query(word(3))));
}

TEST(RarestFirst, TheMostFrequentWordIsTheLastLink) {
  const Xapian::WritableDatabase db = database();
  searcher::plan::Plan plan;
  plan.query = any_of({Query(word(2)), Query(word(30)), Query(word(10)), Query(word(5))});
  EXPECT_EQ(rarest_first(plan, db).get_description(),
            "Query((0.5 * (0.5 * (4 * w30 OR 4 * w10) OR 2 * w5) OR w2))");
}

TEST(RarestFirst, LeavesOtherQueriesAlone) {
  const Xapian::WritableDatabase db = database();
  for (const Query& query : {Query(word(2)), Query(Query::OP_AND, Query(word(2)), Query(word(3))),
                             any_of({Query(word(2)), Query(word(3))})}) {
    searcher::plan::Plan plan;
    plan.query = query;
    EXPECT_EQ(rarest_first(plan, db).get_description(), query.get_description());
  }
}

}  // namespace
}  // namespace fihris::searcher::rank
