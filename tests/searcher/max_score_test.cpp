// MaxScore against adding everything up.
#include "rank/max_score.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "fihris/store/posting.h"

namespace fihris::searcher::rank {
namespace {

using Random = std::mt19937;

unsigned below(unsigned end, Random& random) { return static_cast<unsigned>(random() % end); }

constexpr Xapian::docid kArticles = 40'000;
constexpr double kAverageLength = 200;

// Word wN is in about every (N²)th article.
std::string word(unsigned n) { return "w" + std::to_string(n); }

const Xapian::Database& database() {
  static const Xapian::WritableDatabase made = [] {
    Xapian::WritableDatabase db({}, Xapian::DB_BACKEND_INMEMORY);
    Random random(7);
    for (Xapian::docid id = 1; id <= kArticles; ++id) {
      Xapian::Document document;
      for (unsigned n = 1; n <= 70; ++n) {
        if (random() % (n * n) != 0) continue;
        document.add_term(word(n), wdf_of({1 + static_cast<std::uint32_t>(random() % 20),
                                           static_cast<std::uint32_t>(random() % kLengthSteps)}));
      }
      db.add_document(document);
    }
    return db;
  }();
  return made;
}

struct Words {
  std::vector<RankedWord> words;
  std::vector<RankedWord> extras;
};

const Bm25Shares kShares(kAverageLength);

// The sums of all articles that have a word, by number.
std::map<Xapian::docid, double> sums(const Words& asked) {
  std::map<Xapian::docid, double> found;
  for (const RankedWord& each : asked.words) {
    for (WordList list(database(), each, kShares); list.at() != WordList::kEnd; list.next())
      found[list.at()] += list.weight();
  }
  for (const RankedWord& each : asked.extras) {
    for (WordList list(database(), each, kShares); list.at() != WordList::kEnd; list.next()) {
      const auto at = found.find(list.at());
      if (at != found.end()) at->second += list.weight();
    }
  }
  return found;
}

std::vector<WordList> lists(const std::vector<RankedWord>& words) {
  std::vector<WordList> opened;
  for (const RankedWord& each : words) opened.emplace_back(database(), each, kShares);
  return opened;
}

MaxScore max_score(const Words& asked, Xapian::docid first, Xapian::docid last,
                   std::shared_ptr<plan::Deadline> deadline = nullptr) {
  return {{lists(asked.words), {}, lists(asked.extras)}, first, last, std::move(deadline)};
}

Words some_words(std::size_t count, Random& random) {
  Words asked;
  for (std::size_t i = 0; i < count; ++i) {
    auto& to = i > 0 && random() % 5 == 0 ? asked.extras : asked.words;
    to.push_back({word(1 + below(70, random)), 0, static_cast<double>(random() % 1000) / 100});
  }
  return asked;
}

class MaxScoreOf : public ::testing::TestWithParam<std::size_t> {};

INSTANTIATE_TEST_SUITE_P(Words, MaxScoreOf, ::testing::Values(1, 2, 5, 31, 32, 33, 64, 70));

// The threshold rises as it does when the best are kept.
TEST_P(MaxScoreOf, FindsAllThatWeighEnoughWhileThatRises) {
  Random random(static_cast<unsigned>(GetParam()));
  for (int round = 0; round < 10; ++round) {
    const Words asked = some_words(GetParam(), random);
    const Xapian::docid first = 1 + below(20'000, random);
    const Xapian::docid last = first + below(25'000, random);
    const double step = static_cast<double>(random() % 100) / 100;
    MaxScore found = max_score(asked, first, last);
    double threshold = 0;
    for (const auto& [id, weight] : sums(asked)) {
      if (id < first || id > last || weight < threshold) continue;
      found.find(found.at() + 1, threshold);
      ASSERT_EQ(found.at(), id);
      ASSERT_EQ(found.weight(), weight);
      ASSERT_LE(weight, found.most());
      threshold += step * weight / 100;
    }
    found.find(found.at() + 1, threshold);
    EXPECT_EQ(found.at(), WordList::kEnd);
  }
}

// Short and long skips, as a filter makes them.
TEST_P(MaxScoreOf, SkipsToTheNextThatWeighsEnough) {
  Random random(static_cast<unsigned>(GetParam()));
  for (int round = 0; round < 10; ++round) {
    const Words asked = some_words(GetParam(), random);
    const std::map<Xapian::docid, double> all = sums(asked);
    const double threshold = static_cast<double>(random() % 100) / 20;
    const Xapian::docid far = random() % 2 == 0 ? 5000 : 50;
    MaxScore found = max_score(asked, 1, kArticles);
    for (Xapian::docid id = 1; id <= kArticles; id = found.at() + 1 + below(far, random)) {
      auto expected = all.lower_bound(id);
      while (expected != all.end() && expected->second < threshold) ++expected;
      found.find(id, threshold);
      if (expected == all.end()) {
        ASSERT_EQ(found.at(), WordList::kEnd);
        break;
      }
      ASSERT_EQ(found.at(), expected->first);
      ASSERT_EQ(found.weight(), expected->second);
    }
  }
}

TEST(MaxScore, EndsAtTheDeadline) {
  const Words asked{{{word(1), 0, 3.0}}, {}};
  MaxScore found = max_score(asked, 1, kArticles, std::make_shared<plan::Deadline>(0.0));
  found.find(1, 0);
  EXPECT_EQ(found.at(), WordList::kEnd);
}

TEST(MaxScore, EndsWhenNothingCanWeighEnough) {
  const Words asked{{{word(1), 0, 3.0}, {word(2), 0, 2.0}}, {{word(3), 0, 1.0}}};
  MaxScore found = max_score(asked, 1, kArticles);
  found.find(1, found.most() + 1);
  EXPECT_EQ(found.at(), WordList::kEnd);
}

TEST(MaxScore, OfNoWordsFindsNothing) {
  MaxScore found = max_score({}, 1, kArticles);
  found.find(1, 0);
  EXPECT_EQ(found.at(), WordList::kEnd);
}

}  // namespace
}  // namespace fihris::searcher::rank
