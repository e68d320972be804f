// Pages of one result.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <set>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// 500 articles over a small vocabulary: the window of the second pass ends among the matches.
std::vector<Article> many_articles() {
  static const std::vector<std::string> kWords = {"نفط",   "غاز",   "فحم",   "كهرباء",
                                                  "مصفاة", "أنبوب", "ناقلة", "برميل",
                                                  "حقل",   "منصة",  "سعر",   "سوق"};
  std::mt19937 random(7);
  std::vector<Article> articles;
  for (int i = 0; i < 500; ++i) {
    std::string body;
    for (auto n = 5 + random() % 60; n > 0; --n) body += kWords[random() % kWords.size()] + ' ';
    Article made = article("id" + std::to_string(1000 + i), kWords[random() % kWords.size()], body);
    made.date = "2025-0" + std::to_string(1 + random() % 9) + "-11";
    articles.push_back(std::move(made));
  }
  return articles;
}

class Paging : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { index_ = new SearchIndex(many_articles()); }
  static void TearDownTestSuite() {
    delete index_;
    index_ = nullptr;
  }

  static std::vector<std::string> page(SearchRequest request, std::size_t offset,
                                       std::size_t limit) {
    request.offset = offset;
    request.limit = limit;
    request.snippets = false;
    return ids_of(index_->search(request));
  }

  static void expect_consistent(const SearchRequest& request) {
    const std::vector<std::string> all = page(request, 0, 1000);
    EXPECT_THAT(std::set<std::string>(all.begin(), all.end()), SizeIs(all.size()));
    for (const std::size_t size : {7U, 10U, 90U, 300U}) {
      std::vector<std::string> joined;
      for (std::size_t offset = 0; offset < all.size(); offset += size) {
        for (std::string& id : page(request, offset, size)) joined.push_back(std::move(id));
      }
      EXPECT_THAT(joined, ElementsAreArray(all)) << request.query << ", pages of " << size;
    }
  }

  static SearchIndex* index_;
};
SearchIndex* Paging::index_ = nullptr;

TEST_F(Paging, JoinsToOneListWithoutGapOrRepetition) {
  for (const char* query : {"نفط", "نفط مصفاة ناقلة", "«نفط غاز» سوق", "+نفط سعر", "«حقل غاز»",
                            "\"برميل سوق\"~2", "نفط -غاز", "title:نفط غاز"}) {
    SearchRequest request;
    request.query = query;
    expect_consistent(request);
  }
}

TEST_F(Paging, JoinsWhenSortedByDate) {
  SearchRequest request;
  request.query = "نفط مصفاة";
  request.sort = Sort::kDateDescending;
  expect_consistent(request);
}

TEST_F(Paging, RunsFollowTheSameOrder) {
  SearchRequest request;
  request.query = "كهرباء أنبوب منصة";
  const std::vector<std::string> hits = page(request, 0, 1000);
  for (const std::size_t limit : {10U, 200U, 1000U}) {
    std::vector<std::string> run;
    for (const RankedId& ranked : index_->searcher().rank(request.query, limit))
      run.push_back(ranked.id);
    EXPECT_THAT(run, ElementsAreArray(
                         hits.begin(),
                         hits.begin() + static_cast<std::ptrdiff_t>(std::min(limit, hits.size()))));
  }
}

// Two ways lead to the first pass: Xapian's matcher, and our own sums for queries that only rank.
TEST_F(Paging, OrderIsTheSameBesideAFilterThatLetsAllThrough) {
  for (const char* query : {"نفط", "نفط مصفاة ناقلة", "سعر السوق سعر", "«نفط غاز» سوق"}) {
    SearchRequest request;
    request.query = query;
    const std::vector<std::string> plain = page(request, 0, 150);
    request.filters = {"date:2025"};
    EXPECT_THAT(page(request, 0, 150), ElementsAreArray(plain)) << query;
  }
}

TEST_F(Paging, BeyondTheEndIsEmpty) {
  SearchRequest request;
  request.query = "نفط";
  EXPECT_THAT(page(request, 100'000, 10), IsEmpty());
  EXPECT_THAT(page(request, std::numeric_limits<std::size_t>::max(), 10), IsEmpty());
  EXPECT_THAT(page(request, std::numeric_limits<std::size_t>::max(),
                   std::numeric_limits<std::size_t>::max()),
              IsEmpty());
  EXPECT_THAT(page(request, 0, 0), IsEmpty());
}

TEST_F(Paging, CountsAllMatchesOfPlainWords) {
  SearchRequest request;
  request.query = "نفط";
  request.limit = 3;
  const SearchResults results = index_->search(request);
  EXPECT_EQ(results.estimated_total, page(request, 0, 1000).size());
  EXPECT_TRUE(results.exhaustive);
}

}  // namespace
}  // namespace fihris::testing
