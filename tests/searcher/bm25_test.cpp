#include "rank/bm25.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::rank {
namespace {

struct Text {
  std::uint32_t ships, harbours, length;
};

const std::vector<Text> kTexts = {{1, 0, 20}, {5, 1, 400},  {2, 2, 90},  {0, 3, 1500},
                                  {1, 1, 35}, {9, 0, 3000}, {0, 0, 120}, {0, 0, 60}};

// The texts as Xapian sees them with its own lengths, and as postings of ours.
Xapian::WritableDatabase database(bool ours) {
  Xapian::WritableDatabase db({}, Xapian::DB_BACKEND_INMEMORY);
  for (const Text& text : kTexts) {
    Xapian::Document document;
    const auto add = [&](const std::string& term, std::uint32_t count) {
      if (count == 0) return;
      document.add_term(term, ours ? wdf_of({count, length_step(text.length)}) : count);
    };
    add("ship", text.ships);
    add("harbour", text.harbours);
    add("other", text.length - text.ships - text.harbours);
    if (ours) document.add_term(std::string(prefix::kLength), text.length);
    db.add_document(document);
  }
  return db;
}

std::vector<std::pair<Xapian::docid, double>> ranked(const Xapian::Database& db,
                                                     const Xapian::Weight& weight) {
  Xapian::Enquire enquire(db);
  enquire.set_weighting_scheme(weight);
  enquire.set_query({Xapian::Query::OP_OR, Xapian::Query("ship", 2), Xapian::Query("harbour")});
  const Xapian::MSet found = enquire.get_mset(0, 10);
  std::vector<std::pair<Xapian::docid, double>> hits;
  for (auto hit = found.begin(); hit != found.end(); ++hit) {
    hits.emplace_back(*hit, hit.get_weight());
  }
  return hits;
}

TEST(Bm25, WeighsAsXapianDoesWithLengthsOfItsOwn) {
  using W = searcher::plan::Bm25Weights;
  const Xapian::WritableDatabase theirs = database(false);
  const Xapian::WritableDatabase ours = database(true);
  const auto expected = ranked(theirs, Xapian::BM25Weight(W::kK1, 0, W::kK3, W::kB, W::kMinLength));
  const auto got = ranked(ours, Bm25(average_length(ours)));
  ASSERT_EQ(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_EQ(got[i].first, expected[i].first) << i;
    EXPECT_NEAR(got[i].second / expected[i].second, 1, 0.05) << i;
  }
}

TEST(Bm25, TheAverageIsThatOfAllArticles) {
  double words = 0;
  for (const Text& text : kTexts) words += text.length;
  EXPECT_DOUBLE_EQ(average_length(database(true)), words / static_cast<double>(kTexts.size()));
  EXPECT_DOUBLE_EQ(average_length(Xapian::Database()), 1);
}

}  // namespace
}  // namespace fihris::searcher::rank
