// Two threads give the answer of one.
#include "rank/second_thread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

#include "fihris/searcher/writers.h"
#include "plan/query_builder.h"
#include "rank/ranking.h"
#include "rank/rarest_first.h"
#include "search_index.h"

namespace fihris::searcher::rank {

void PrintTo(const Ranked& ranked, std::ostream* out) {
  *out << ranked.id << " (" << ranked.score << ")";
}
bool operator==(const Ranked& a, const searcher::rank::Ranked& b) {
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

// Shares work with the second_thread until it has taken part, and says whether it ever did.
bool takes_part(searcher::rank::SecondThread& second_thread, searcher::rank::ThreadContext& here) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  const auto caller = std::this_thread::get_id();
  std::atomic<bool> took_part = false;
  while (!took_part && std::chrono::steady_clock::now() < until) {
    second_thread.share(here, 2,
                        [&](searcher::rank::ThreadContext&, searcher::rank::WorkItems& parts) {
                          if (std::this_thread::get_id() == caller) {
                            std::this_thread::sleep_for(std::chrono::milliseconds(2));
                          }
                          while (parts.take())
                            took_part = took_part || std::this_thread::get_id() != caller;
                        });
  }
  return took_part;
}

TEST(SecondThread, TakesPart) {
  const SearchIndex index(articles(0, 3));
  searcher::rank::ThreadContext here(index.dir());
  searcher::rank::SecondThread second_thread(index.dir());
  EXPECT_TRUE(takes_part(second_thread, here));
}

TEST(SecondThread, EveryPartIsDoneOnceWithToolsOfOnesOwn) {
  const SearchIndex index(articles(0, 3));
  searcher::rank::ThreadContext here(index.dir());
  searcher::rank::SecondThread second_thread(index.dir());
  const auto caller = std::this_thread::get_id();
  for (int round = 0; round < 200; ++round) {
    std::mutex mutex;
    std::multiset<std::size_t> done;
    second_thread.share(
        here, 50, [&](searcher::rank::ThreadContext& context, searcher::rank::WorkItems& parts) {
          EXPECT_EQ(&context == &here, std::this_thread::get_id() == caller);
          while (const auto part = parts.take()) {
            const std::lock_guard lock(mutex);
            done.insert(*part);
          }
        });
    ASSERT_EQ(done.size(), 50U);
    ASSERT_EQ(std::set(done.begin(), done.end()).size(), 50U);
  }
}

TEST(SecondThread, ErrorsOfBothThreadsReachTheCaller) {
  const SearchIndex index(articles(0, 3));
  searcher::rank::ThreadContext here(index.dir());
  searcher::rank::SecondThread second_thread(index.dir());
  const auto caller = std::this_thread::get_id();
  const auto fail_where = [&](bool at_the_caller) {
    return [&, at_the_caller](searcher::rank::ThreadContext&, searcher::rank::WorkItems& parts) {
      const bool caller_runs = std::this_thread::get_id() == caller;
      if (caller_runs) std::this_thread::sleep_for(std::chrono::milliseconds(2));
      if (caller_runs == at_the_caller) throw std::runtime_error("no");
      while (parts.take()) {
      }
    };
  };
  EXPECT_THROW(second_thread.share(here, 2, fail_where(true)), std::runtime_error);
  ASSERT_TRUE(takes_part(second_thread, here));
  EXPECT_THROW(
      {
        for (int i = 0; i < 1000; ++i) second_thread.share(here, 2, fail_where(false));
      },
      std::runtime_error);
  EXPECT_TRUE(takes_part(second_thread, here)) << "after its error";
}

TEST(SecondThread, HasTheSameVersionOfTheIndexOrStaysAway) {
  SearchIndex index(articles(0, 20));
  searcher::rank::ThreadContext here(index.dir());
  searcher::rank::SecondThread second_thread(index.dir());
  for (std::size_t round = 0; round < 5; ++round) {
    ASSERT_TRUE(takes_part(second_thread, here)) << round;
    index.add(articles(20 + round, 1));
    if (round == 3) index.compact();
    ASSERT_EQ(here.follow(), searcher::rank::ThreadContext::Changed::kIndex);
    for (int i = 0; i < 20; ++i) {
      second_thread.share(
          here, 8, [&](searcher::rank::ThreadContext& context, searcher::rank::WorkItems& parts) {
            while (parts.take()) {
              EXPECT_EQ(context.index.version(), here.index.version());
              EXPECT_EQ(context.index.live_articles(), 21 + round);
            }
          });
    }
  }
}

TEST(SecondThread, DoesWithoutAnIndexItCannotRead) {
  const SearchIndex index(articles(0, 3));
  searcher::rank::ThreadContext here(index.dir());
  searcher::rank::SecondThread second_thread(index.dir() / "elsewhere");
  std::size_t done = 0;
  second_thread.share(here, 10,
                      [&](searcher::rank::ThreadContext&, searcher::rank::WorkItems& parts) {
                        while (parts.take()) ++done;
                      });
  EXPECT_EQ(done, 10U);
}

TEST(Halves, AreTheWhole) {
  const BusyIndex index(300);
  searcher::rank::ThreadContext context(index.dir());
  for (const char* text :
       {"سفينة مرفأ وزير", "خبز قمح مصنع نهر خبر", "مسرح حديقة سوق كتاب مدرسة مطر"}) {
    const query::Parsed parsed = query::parse_query(text, false);
    searcher::plan::Plan plan =
        searcher::plan::make_plan(parsed, {}, context.index.database(), context.analyzer);
    const Xapian::Query query = searcher::rank::rarest_first(plan, context.index.database());
    const auto pass = [&](std::optional<searcher::rank::Half> half) {
      return context.matcher.first_pass(plan, query, Sort::kRelevance, 400, half);
    };
    const searcher::rank::FirstPass whole = pass(std::nullopt);
    const searcher::rank::FirstPass lower = pass(searcher::rank::Half::kLower);
    const searcher::rank::FirstPass upper = pass(searcher::rank::Half::kUpper);
    EXPECT_GT(lower.order.size(), 20U);
    EXPECT_GT(upper.order.size(), 20U);
    std::vector<Ranked> both = lower.order;
    both.insert(both.end(), upper.order.begin(), upper.order.end());
    const auto by_id = [](const Ranked& a, const searcher::rank::Ranked& b) { return a.id < b.id; };
    std::sort(both.begin(), both.end(), by_id);
    std::vector<Ranked> all = whole.order;
    std::sort(all.begin(), all.end(), by_id);
    EXPECT_THAT(both, ElementsAreArray(all)) << text;
    EXPECT_EQ(lower.at_least + upper.at_least, whole.at_least);
  }
}

std::string answer(Searcher& searcher, const SearchRequest& request, bool with_estimate) {
  SearchResults results = searcher.search(request);
  results.processing_ms = 0;
  if (!results.exhaustive && !with_estimate) results.estimated_total = 0;
  return to_json(results);
}

// With as many postings as make halves worth it, and often enough for both threads to be there.
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
