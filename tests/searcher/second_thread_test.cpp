// Several threads give the answer of one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <map>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "fihris/searcher/writers.h"
#include "plan/query_builder.h"
#include "rank/executor.h"
#include "rank/ranking.h"
#include "rank/rarest_first.h"
#include "search_index.h"

namespace fihris::searcher::rank {

void PrintTo(const Ranked& ranked, std::ostream* out) {
  *out << ranked.id << " (" << ranked.score << ")";
}
bool operator==(const Ranked& a, const Ranked& b) {
  return a.id == b.id && std::abs(a.score - b.score) < 1e-9;
}

namespace {

using fihris::testing::SearchIndex;
using ::testing::ElementsAreArray;

const std::vector<std::string> kWords = {"سفينة", "مرفأ",  "وزير",  "مدرسة", "كتاب", "مطر",
                                         "جسر",   "حديقة", "سوق",   "قطار",  "نهر",  "قمح",
                                         "طبيب",  "مسرح",  "صحيفة", "مصنع",  "خبز"};

// The nth word is in every nth article, and some of them more than once.
std::vector<Article> articles(std::size_t first, std::size_t count) {
  std::vector<Article> made;
  for (std::size_t i = first; i < first + count; ++i) {
    std::string body = "خبر رقم " + std::to_string(i);
    for (std::size_t n = 0; n < kWords.size(); ++n) {
      for (std::size_t times = i % (n + 1) == 0 ? 1 + i % 3 : 0; times > 0; --times) {
        body += ' ' + kWords[n] + " و" + std::to_string(i * n % 7);
      }
    }
    made.push_back(fihris::testing::article("id" + std::to_string(i), kWords[i % 11], body));
  }
  return made;
}

// With a delta of a tenth, and articles that no longer count in both.
class BusyIndex : public SearchIndex {
 public:
  explicit BusyIndex(std::size_t count);
};

BusyIndex::BusyIndex(std::size_t count) : SearchIndex(articles(0, count)) {
  add(articles(count - 7, count / 10));
  std::vector<std::string> gone;
  for (std::size_t i = 3; i < count; i += 13) gone.push_back("id" + std::to_string(i));
  remove(gone);
}

// Shares work until all the other threads have taken part at some time, and says whether they ever
// did.
bool all_take_part(Executor& executor) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  const auto caller = std::this_thread::get_id();
  std::mutex mutex;
  std::set<std::thread::id> others;
  while (others.size() + 1 < executor.threads() && std::chrono::steady_clock::now() < until) {
    executor.share(2 * executor.threads(), [&](ThreadContext&, WorkItems& parts) {
      const bool other = std::this_thread::get_id() != caller;
      if (!other) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      while (parts.take()) {
        const std::lock_guard lock(mutex);
        if (other) others.insert(std::this_thread::get_id());
      }
    });
  }
  return others.size() + 1 == executor.threads();
}

// By number of threads.
class Executors : public ::testing::TestWithParam<std::size_t> {
 protected:
  std::size_t threads() const { return GetParam(); }
};

INSTANTIATE_TEST_SUITE_P(Threads, Executors, ::testing::Values(1, 2, 4));

TEST_P(Executors, BeginTheirThreadsWhenTheyAreWoken) {
  const SearchIndex index(articles(0, 3));
  ThreadContext here(index.dir());
  Executor executor(here, index.dir(), threads());
  EXPECT_EQ(executor.threads(), 1U);
  executor.wake();
  executor.wake();
  EXPECT_EQ(executor.threads(), threads());
  EXPECT_TRUE(all_take_part(executor));
}

TEST_P(Executors, DoEveryPartOnceWithAContextForEachThread) {
  const SearchIndex index(articles(0, 3));
  ThreadContext here(index.dir());
  Executor executor(here, index.dir(), threads());
  executor.wake();
  const auto caller = std::this_thread::get_id();
  std::map<ThreadContext*, std::thread::id> thread_of;
  for (int round = 0; round < 200; ++round) {
    std::mutex mutex;
    std::multiset<std::size_t> done;
    executor.share(50, [&](ThreadContext& context, WorkItems& parts) {
      EXPECT_EQ(&context == &here, std::this_thread::get_id() == caller);
      while (const auto part = parts.take()) {
        const std::lock_guard lock(mutex);
        done.insert(*part);
        EXPECT_EQ(thread_of.try_emplace(&context, std::this_thread::get_id()).first->second,
                  std::this_thread::get_id());
      }
    });
    ASSERT_EQ(done.size(), 50U);
    ASSERT_EQ(std::set(done.begin(), done.end()).size(), 50U);
  }
  EXPECT_LE(thread_of.size(), threads());
}

TEST_P(Executors, HandTheErrorsOfEveryThreadToTheCaller) {
  const SearchIndex index(articles(0, 3));
  ThreadContext here(index.dir());
  Executor executor(here, index.dir(), threads());
  executor.wake();
  const auto caller = std::this_thread::get_id();
  const auto fail_where = [&](bool at_the_caller) {
    return [&, at_the_caller](ThreadContext&, WorkItems& parts) {
      const bool caller_runs = std::this_thread::get_id() == caller;
      if (caller_runs) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      if (caller_runs == at_the_caller) throw std::runtime_error("no");
      while (parts.take()) {
      }
    };
  };
  EXPECT_THROW(executor.share(2, fail_where(true)), std::runtime_error);
  if (threads() == 1) return;
  ASSERT_TRUE(all_take_part(executor));
  EXPECT_THROW(
      {
        for (int i = 0; i < 1000; ++i) executor.share(2, fail_where(false));
      },
      std::runtime_error);
  EXPECT_TRUE(all_take_part(executor)) << "after its error";
}

TEST_P(Executors, HaveThreadsOfTheSameVersionOfTheIndexTakePart) {
  SearchIndex index(articles(0, 20));
  ThreadContext here(index.dir());
  Executor executor(here, index.dir(), threads());
  executor.wake();
  for (std::size_t round = 0; round < 5; ++round) {
    ASSERT_TRUE(all_take_part(executor)) << round;
    index.add(articles(20 + round, 1));
    if (round == 3) index.compact();
    ASSERT_EQ(here.follow(), ThreadContext::Changed::kIndex);
    for (int i = 0; i < 20; ++i) {
      executor.share(8, [&](ThreadContext& context, WorkItems& parts) {
        while (parts.take()) {
          EXPECT_EQ(context.index.version(), here.index.version());
          EXPECT_EQ(context.index.live_articles(), 21 + round);
        }
      });
    }
  }
}

TEST_P(Executors, DoWithoutAnIndexTheOtherThreadsCannotRead) {
  const SearchIndex index(articles(0, 3));
  ThreadContext here(index.dir());
  Executor executor(here, index.dir() / "elsewhere", threads());
  executor.wake();
  std::size_t done = 0;
  executor.share(10, [&](ThreadContext&, WorkItems& parts) {
    while (parts.take()) ++done;
  });
  EXPECT_EQ(done, 10U);
}

// By number of slices.
class Slices : public ::testing::TestWithParam<std::size_t> {};

INSTANTIATE_TEST_SUITE_P(Numbers, Slices, ::testing::Values(2, 3, 7));

TEST_P(Slices, AreTheWhole) {
  const BusyIndex index(300);
  ThreadContext context(index.dir());
  for (const char* text :
       {"سفينة مرفأ وزير", "خبز قمح مصنع نهر خبر", "مسرح حديقة سوق كتاب مدرسة مطر"}) {
    const plan::Plan plan =
        plan::make_plan(query::read_query(text), {}, context.index, context.analyzer);
    const Xapian::Query query = rarest_first(plan, context.index.database());
    const auto pass = [&](DocidSlice slice) {
      return context.matcher.first_pass(plan, {query, false}, Sort::kRelevance, 400, slice);
    };
    std::vector<Ranked> together;
    for (std::size_t number = 0; number < GetParam(); ++number) {
      const FirstPass part = pass({number, GetParam()});
      EXPECT_GT(part.order.size(), 40 / GetParam());
      together.insert(together.end(), part.order.begin(), part.order.end());
    }
    const auto by_id = [](const Ranked& a, const Ranked& b) { return a.id < b.id; };
    std::sort(together.begin(), together.end(), by_id);
    const FirstPass whole = pass({});
    std::vector<Ranked> all = whole.order;
    std::sort(all.begin(), all.end(), by_id);
    EXPECT_THAT(together, ElementsAreArray(all)) << text;
  }
}

// Whatever the number of threads, and how many of them are there in time.
TEST_P(Slices, ThatThreadsAskGiveTheRankingOfOne) {
  const BusyIndex index(3000);
  ThreadContext here(index.dir());
  Executor alone(here, index.dir(), 1);
  Executor several(here, index.dir(), GetParam());
  several.wake();
  ASSERT_TRUE(all_take_part(several));
  for (std::size_t i = 0; i + 4 < kWords.size(); ++i) {
    const std::string text = kWords[i] + ' ' + kWords[i + 1] + ' ' + kWords[i + 3] + " خبر";
    const plan::Plan plan = plan::make_plan(query::read_query(text), {}, here.index, here.analyzer);
    const Ranking expected = best_articles(plan, Sort::kRelevance, 100, alone);
    for (int round = 0; round < 5; ++round) {
      const Ranking ranking = best_articles(plan, Sort::kRelevance, 100, several);
      ASSERT_THAT(ranking.order, ElementsAreArray(expected.order)) << text;
    }
  }
}

std::string answer(Searcher& searcher, const SearchRequest& request, bool with_estimate) {
  SearchResults results = searcher.search(request);
  results.processing_ms = 0;
  if (!results.exhaustive && !with_estimate) results.estimated_total = 0;
  return to_json(results);
}

// With as many postings as make slices worth it, and often enough for both threads to be there.
TEST(TwoThreads, GiveTheAnswerOfOne) {
  const BusyIndex index(3000);
  Searcher alone = Searcher::open(index.dir(), {1});
  Searcher both = Searcher::open(index.dir(), {2});
  std::vector<SearchRequest> requests;
  for (std::size_t i = 0; i + 4 < kWords.size(); ++i) {
    SearchRequest request;
    request.query = kWords[i] + ' ' + kWords[i + 1] + ' ' + kWords[i + 3] + " خبر";
    requests.push_back(request);
    request.offset = 7;
    request.limit = 60;
    requests.push_back(request);
    request.recency_half_life_days = 30;
    request.explain = i % 2 == 0;
    requests.push_back(request);
    request.query = "«" + kWords[i] + "» «خبر رقم»";
    requests.push_back(request);
    request.query = kWords[i].substr(0, 4) + "*";
    requests.push_back(request);
    request.query = "(خبر " + kWords[i] + " -«خبر رقم») " + kWords[i + 1] + ' ' + kWords[i + 2];
    requests.push_back(request);
    request.query = "+خبر «خبر رقم» " + kWords[i] + ' ' + kWords[i + 1];
    requests.push_back(request);
    request.query = "«" + kWords[i] + "» «خبر رقم»";
    request.fold = false;
    request.sort = Sort::kDateDescending;
    requests.push_back(request);
  }
  for (const SearchRequest& request : requests) {
    const std::string first = answer(both, request, true);
    for (int round = 0; round < 5; ++round) {
      ASSERT_EQ(answer(both, request, false), answer(alone, request, false)) << request.query;
      ASSERT_EQ(answer(both, request, true), first) << request.query;
    }
  }
}

}  // namespace
}  // namespace fihris::searcher::rank
