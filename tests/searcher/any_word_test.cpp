// The source that finds the articles with any of a query's words (rank/any_word.h) gives what
// Xapian's own tree gives: the same articles, weights and order.
#include "rank/any_word.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <sstream>

#include "fihris/store/generations.h"
#include "plan/query_builder.h"
#include "query/query_filters.h"
#include "rank/ranking.h"
#include "rank/rarest_first.h"
#include "rank/thread_context.h"
#include "search_index.h"

namespace fihris::searcher::rank {

void PrintTo(const Ranked& ranked, std::ostream* out) {
  *out << ranked.id << " (" << ranked.score << ")";
}
bool operator==(const Ranked& a, const Ranked& b) { return a.id == b.id && a.score == b.score; }

namespace {

using fihris::testing::SearchIndex;
using Random = std::mt19937;

template <class T>
const T& one_of(const std::vector<T>& all, Random& random) {
  return all[random() % all.size()];
}

// Words of all kinds that let others match: adjectives of origin, verbs, ه for ة, names however
// spaced, compounds, months, numbers.
const std::vector<std::string> kWords = {
    "نفط",    "لبنان",      "لبناني", "قتل",      "يقتل",        "مكتبة", "مكتبه",       "عبدالله",
    "كوفيد",  "عبد",        "الله",   "كوفيد-19", "كانون الأول", "2020",  "فلسطيني",     "غاز",
    "فلسطين", "وزير",       "وزارة",  "وزراء",    "شركة",        "ميناء", "سعر",         "سوق",
    "عقد",    "البي بي سي", "سفينة",  "منصة",     "حقل",         "ناقلة", "+9613123456", "كهرباء"};
const std::vector<std::string> kSources = {"المشرق", "المغرب", "النهر"};

// Rare words, so many that a query has more of them than bits in a word of the processor.
std::string rare_word(std::size_t number) {
  static const std::vector<std::string> kLetters = {"ب", "ت", "ج", "د", "ر", "س", "ع", "ف"};
  return "زق" + kLetters[number % 8] + kLetters[number / 8 % 8] + kLetters[number / 64 % 8];
}

std::string some_word(Random& random) {
  if (random() % 6 == 0) return rare_word(random() % 80);
  return kWords[random() % (1 + random() % kWords.size())];
}

std::string some_words(std::size_t count, Random& random) {
  std::string text;
  for (; count > 0; --count) text += some_word(random) + ' ';
  return text;
}

Article some_article(std::size_t number, Random& random) {
  Article made =
      fihris::testing::article("id" + std::to_string(number), some_words(random() % 3, random),
                               some_words(1 + random() % 60, random));
  made.source = one_of(kSources, random);
  if (random() % 5 != 0) made.date = "2025-03-" + std::to_string(10 + random() % 15);
  return made;
}

std::vector<Article> some_articles(std::size_t first, std::size_t count, Random& random) {
  std::vector<Article> made;
  for (std::size_t i = first; i < first + count; ++i) made.push_back(some_article(i, random));
  return made;
}

// With a delta and dead articles in both, or neither.
class RandomIndex : public SearchIndex {
 public:
  RandomIndex(std::size_t count, bool changed, Random& random);
};

RandomIndex::RandomIndex(std::size_t count, bool changed, Random& random)
    : SearchIndex(some_articles(0, count, random)) {
  std::ofstream(dir() / kSynonymsFile) << "نفط, غاز, ذهب أسود\nسفينة, ناقلة\nسوق, وزارة الطاقة\n";
  if (!changed) return;
  add(some_articles(count - count / 20, count / 6, random));
  std::vector<std::string> gone;
  for (std::size_t i = random() % 5; i < count + count / 10; i += 1 + random() % 20) {
    gone.push_back("id" + std::to_string(i));
  }
  remove(gone);
}

std::string some_query(Random& random) {
  const auto words = [&](std::size_t most) { return some_words(2 + random() % most, random); };
  switch (random() % 14) {
    case 0:
      return words(60);
    case 1:
      return words(4) + "«" + words(2) + "»";
    case 2:
      return words(4) + '-' + some_word(random);
    case 3:
      return words(3) + "source:" + one_of(kSources, random);
    case 4:
      return words(2) + "title:" + some_word(random);
    case 5:
      return "title:(" + words(3) + ")";
    case 6:
      return words(3) + some_word(random).substr(0, 4) + '*';
    case 7:
      return some_word(random).substr(0, 4) + '*';
    case 8:
      return '(' + words(3) + ") أو (" + words(2) + "source:" + one_of(kSources, random) + ')';
    case 9:
      return '(' + words(3) + ") -(" + words(3) + ')';
    case 10: {
      std::string all;
      for (std::size_t count = 30 + random() % 5; count > 0; --count)
        all += rare_word(count + random() % 2 * 40) + ' ';
      return all;
    }
    default:
      return words(8);
  }
}

// Makes plans for one index, and asks them in both ways.
class Comparison {
 public:
  explicit Comparison(const SearchIndex& index)
      : context_(index.dir()), variants_(context_.index), synonyms_(index.dir() / kSynonymsFile) {
    synonyms_.follow(context_.analyzer);
  }

  plan::Plan some_plan(const std::string& text, Random& random) {
    plan::PlanOptions options;
    std::vector<std::string> filters;
    if (random() % 4 == 0) filters.push_back("source:" + one_of(kSources, random));
    if (random() % 6 == 0) filters.emplace_back("date:2025-03-12..2025-03-20");
    if (random() % 8 == 0) filters.emplace_back("-source:" + one_of(kSources, random));
    const auto nodes = query::read_filters(filters, std::nullopt, context_.index.fields());
    options.filters = nodes;
    options.last_word_prefix = random() % 6 == 0;
    options.extras = {random() % 2 == 0 ? &variants_ : nullptr,
                      random() % 2 == 0 ? &synonyms_ : nullptr};
    const bool full_syntax = random() % 4 == 0;
    plan::Plan plan = plan::make_plan(query::read_query(text, full_syntax), options, context_.index,
                                      context_.analyzer);
    if (random() % 5 == 0) plan.recency_half_life_days = 3;
    // Has a source lead the match of Xapian's tree, which may leave out articles otherwise.
    plan.deadline = std::make_shared<plan::Deadline>(1000);
    return plan;
  }

  FirstPass by_tree(const plan::Plan& plan, std::size_t depth) {
    return pass(plan, {rarest_first(plan, context_.index.database()), false}, depth, {});
  }

  // Slice by slice, as threads that share what they know ask them.
  FirstPass by_any_word(const plan::Plan& plan, std::size_t depth, std::size_t slices) {
    const AskedQuery asked{without_words(plan.query), true};
    const auto threshold = only_words_weigh(plan) ? std::make_shared<Threshold>() : nullptr;
    FirstPass all;
    for (std::size_t slice = slices; slice-- > 0;) {
      const FirstPass part = pass(plan, asked, depth, {slice, slices}, threshold);
      all.best = std::max(all.best, part.best);
      all.order.insert(all.order.end(), part.order.begin(), part.order.end());
    }
    std::sort(all.order.begin(), all.order.end(), [](const Ranked& a, const Ranked& b) {
      return a.score != b.score ? a.score > b.score : a.id < b.id;
    });
    all.order.resize(std::min(depth, all.order.size()));
    return all;
  }

 private:
  FirstPass pass(const plan::Plan& plan, const AskedQuery& asked, std::size_t depth,
                 DocidSlice slice, std::shared_ptr<Threshold> threshold = nullptr) {
    return context_.matcher.first_pass(plan, asked, Sort::kRelevance, depth, slice,
                                       std::move(threshold));
  }

  ThreadContext context_;
  words::VariantFinder variants_;
  words::Synonyms synonyms_;
};

// The first place where two orders differ, to be read; empty when they are the same.
std::string difference(const FirstPass& found, const FirstPass& expected) {
  std::ostringstream said;
  const auto [a, b] = std::mismatch(found.order.begin(), found.order.end(), expected.order.begin(),
                                    expected.order.end());
  if (a == found.order.end() && b == expected.order.end()) return "";
  said << "at " << a - found.order.begin() << " of " << found.order.size() << " and "
       << expected.order.size() << ": ";
  if (a != found.order.end()) PrintTo(*a, &said);
  said << " instead of ";
  if (b != expected.order.end()) PrintTo(*b, &said);
  return said.str();
}

// By number of the index, which is the seed.
class AnyWord : public ::testing::TestWithParam<unsigned> {};

INSTANTIATE_TEST_SUITE_P(Indexes, AnyWord, ::testing::Range(1U, 9U));

TEST_P(AnyWord, FindsWhatXapiansTreeFinds) {
  Random random(GetParam());
  const RandomIndex index(GetParam() == 1 ? 5000 : 100 + random() % 900, GetParam() % 3 != 0,
                          random);
  Comparison comparison(index);
  std::size_t compared = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string text = some_query(random);
    const plan::Plan plan = comparison.some_plan(text, random);
    if (!has_any_word(plan)) continue;
    ++compared;
    const std::size_t depth = one_of<std::size_t>({1, 10, 32, 200, 10000}, random);
    const std::size_t slices = 1 + random() % 3;
    const FirstPass expected = comparison.by_tree(plan, depth);
    const FirstPass found = comparison.by_any_word(plan, depth, slices);
    ASSERT_EQ(difference(found, expected), "") << text << "\nfirst " << depth << " in " << slices
                                               << " slices of " << plan.query.get_description();
    ASSERT_EQ(found.best, expected.best) << text;
  }
  EXPECT_GT(compared, 400U);
}

}  // namespace
}  // namespace fihris::searcher::rank
