// Walking the pages of an answer gives the list that one large request gives, whatever the query,
// the order, the size of the pages, the number of threads and what the searcher was asked before.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/token_column.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using Random = std::mt19937;

const std::vector<std::string> kWords = {"نفط",   "غاز",  "فحم",  "كهرباء", "مصفاة", "أنبوب",
                                         "ناقلة", "حقل",  "منصة", "سعر",    "سوق",   "ميناء",
                                         "سفينة", "وزير", "شركة", "عقد"};

template <class T>
const T& one_of(const std::vector<T>& all, Random& random) {
  return all[random() % all.size()];
}

// The first words are more frequent than the last ones.
std::string words(std::size_t count, Random& random) {
  std::string text;
  for (; count > 0; --count) text += kWords[random() % (1 + random() % kWords.size())] + ' ';
  return text;
}

// Two forms of one lemma whose fingerprints in the token column are the same: what asks for the one
// is answered by the other until its text is looked at.
std::pair<std::string, std::string> forms_that_collide() {
  static const std::pair<std::string, std::string> found = [] {
    Analyzer analyzer;
    std::map<std::pair<std::string, std::uint8_t>, std::string> seen;
    for (const char* noun : {"كتاب", "مدير", "مركب", "سبيل", "منزل"}) {
      for (const char* before : {"", "و", "ف", "ب", "ك", "ل", "ال", "وال", "بال", "كال", "فال"}) {
        for (const char* after : {"", "ه", "ها", "هم", "هما", "هن", "نا", "كم", "ك", "ي"}) {
          std::string form = std::string(before) + noun + after;
          std::vector<Token> tokens;
          analyzer.analyze(form, tokens);
          if (tokens.size() != 1 || tokens.front().stop) continue;
          const auto key =
              std::pair(std::string(tokens.front().lemma), norm_fingerprint(tokens.front().norm));
          const auto [at, fresh] = seen.try_emplace(key, form);
          if (!fresh) return std::pair(at->second, form);
        }
      }
    }
    return std::pair<std::string, std::string>();
  }();
  return found;
}

// Few different texts, many times; stories printed again with small changes; and short ones at
// random.
std::string some_body(Random& random) {
  const unsigned kind = random() % 4;
  if (kind == 0) {
    Random same(random() % 30);
    return words(12, same);
  }
  if (kind == 1) {
    Random same(100 + random() % 4);
    return words(80, same) + (random() % 2 == 0 ? words(random() % 12, random) : "");
  }
  if (kind == 2) {
    const auto& [asked, other] = forms_that_collide();
    return (random() % 3 == 0 ? asked : other) + ' ' + words(random() % 2, random);
  }
  return words(1 + random() % 12, random);
}

Article some_article(std::string id, Random& random) {
  Article made =
      article(std::move(id), random() % 3 == 0 ? words(2, random) : "", some_body(random));
  made.source = one_of<std::string>({"المشرق", "المغرب", "النهر"}, random);
  if (random() % 3 != 0) made.author = one_of(kWords, random);
  if (random() % 5 != 0) made.date = "2025-03-0" + std::to_string(1 + random() % 4);
  return made;
}

std::vector<Article> some_articles(std::size_t count, std::size_t most_ids, Random& random) {
  std::vector<Article> made;
  for (std::size_t i = 0; i < count; ++i) {
    made.push_back(some_article("id" + std::to_string(random() % most_ids), random));
  }
  return made;
}

SearchRequest some_request(Random& random) {
  const auto word = [&] { return one_of(kWords, random); };
  const std::vector<std::string> queries = {
      word(),
      word() + ' ' + word(),
      word() + ' ' + word() + ' ' + word() + ' ' + word() + ' ' + word(),
      "«" + word() + ' ' + word() + "»",
      "«" + word() + ' ' + word() + "» " + word(),
      '"' + word() + ' ' + word() + "\"~3",
      '+' + word() + ' ' + word() + ' ' + word(),
      word() + " -" + word(),
      '-' + word(),
      '=' + forms_that_collide().first,
      '=' + forms_that_collide().first + " أو " + word(),
      '(' + word() + " أو " + word() + ") و " + word(),
      word().substr(0, 4) + '*',
      word().substr(0, 4) + "* " + word(),
      "source:المشرق",
      "date:2025-03-02",
      "title:" + word(),
      word() + " title:" + word(),
      "",
  };
  SearchRequest request;
  request.query = one_of(queries, random);
  request.sort = one_of<Sort>(
      {Sort::kRelevance, Sort::kRelevance, Sort::kDateDescending, Sort::kDateAscending}, random);
  request.fold = random() % 2 == 0;
  request.snippets = false;
  if (random() % 4 == 0) request.filters = {"source:(المشرق أو النهر)"};
  if (random() % 5 == 0) request.filters.emplace_back("date:2025-03-01..2025-03-03");
  if (random() % 5 == 0) request.matching = MatchingStrategy::kAll;
  if (random() % 5 == 0) request.matching = MatchingStrategy::kLast;
  if (random() % 3 == 0) request.time_limit_seconds = 1000;
  if (random() % 6 == 0) request.recency_half_life_days = 3;
  if (random() % 4 == 0) request.distinct = one_of<std::string>({"source", "author"}, random);
  return request;
}

// A hit with the articles folded into it, as one line.
std::vector<std::string> lines(const SearchResults& results) {
  std::vector<std::string> made;
  for (const Hit& hit : results.hits) {
    std::string line = hit.article.id;
    for (const ArticleRef& ref : hit.duplicates) line += " +" + ref.id;
    made.push_back(line);
  }
  return made;
}

std::vector<std::string> page(Searcher& searcher, SearchRequest request, std::size_t offset,
                              std::size_t limit) {
  request.offset = offset;
  request.limit = limit;
  return lines(searcher.search(request));
}

std::vector<std::string> walk(Searcher& searcher, const SearchRequest& request, std::size_t size) {
  std::vector<std::string> joined;
  for (;;) {
    const std::vector<std::string> next = page(searcher, request, joined.size(), size);
    joined.insert(joined.end(), next.begin(), next.end());
    if (next.size() < size) return joined;
  }
}

std::string described(const SearchRequest& request, std::size_t size) {
  std::string text = request.query + ", pages of " + std::to_string(size) + ", sort " +
                     std::to_string(static_cast<int>(request.sort)) +
                     (request.fold ? ", folded" : "") + ", matching " +
                     std::to_string(static_cast<int>(request.matching)) + ", time limit " +
                     std::to_string(request.time_limit_seconds) + ", recency " +
                     std::to_string(request.recency_half_life_days);
  if (!request.distinct.empty()) text += ", distinct " + request.distinct;
  for (const std::string& filter : request.filters) text += ", " + filter;
  return text;
}

// One list of all hits, as a searcher gives it that was asked nothing before.
std::vector<std::string> whole(const std::filesystem::path& dir, const SearchRequest& request,
                               unsigned threads) {
  Searcher fresh = Searcher::open(dir, {threads});
  return page(fresh, request, 0, 5000);
}

// The ids of all articles in such a list.
std::vector<std::string> articles_in(const std::vector<std::string>& list) {
  std::vector<std::string> ids;
  for (const std::string& line : list) {
    std::istringstream in(line);
    for (std::string id; in >> id;) ids.push_back(id.substr(id[0] == '+' ? 1 : 0));
  }
  return ids;
}

bool has_all_once(const std::vector<std::string>& list) {
  const std::vector<std::string> ids = articles_in(list);
  return std::set<std::string>(ids.begin(), ids.end()).size() == ids.size();
}

// Whether there are as many articles in the list as the total says. What fingerprints promise of a
// form is counted until its text is looked at; and where hits have different values, those are
// counted, which articles folded into others may have besides.
bool lists_the_total(const SearchRequest& request) {
  return request.query.find('=') == std::string::npos &&
         (request.distinct.empty() || !request.fold);
}

SearchResults first_page(SearchIndex& index, SearchRequest request) {
  request.limit = 3;
  return index.search(request);
}

// Where two lists begin to differ, as lists are too long to be printed.
std::string difference(const std::vector<std::string>& walked,
                       const std::vector<std::string>& all) {
  const auto [in_walk, in_all] =
      std::mismatch(walked.begin(), walked.end(), all.begin(), all.end());
  return std::to_string(walked.size()) + " and " + std::to_string(all.size()) +
         " hits, differing at " + std::to_string(in_walk - walked.begin()) + ": " +
         (in_walk == walked.end() ? "none" : *in_walk) + " for " +
         (in_all == all.end() ? "none" : *in_all);
}

// By seed: each has an index and a searcher of its own, and 400 walks.
class PageWalks : public ::testing::TestWithParam<unsigned> {};

INSTANTIATE_TEST_SUITE_P(Seeds, PageWalks, ::testing::Range(1U, 26U));

TEST_P(PageWalks, GiveTheListOfOneLargeRequest) {
  ASSERT_FALSE(forms_that_collide().first.empty());
  Random random(GetParam());
  SearchIndex index(some_articles(60 + random() % 120, 1000, random));
  if (random() % 3 != 0) index.add(some_articles(20, 1000, random));
  if (random() % 3 != 0) {
    std::vector<std::string> gone;
    for (int i = 0; i < 60; ++i) gone.push_back("id" + std::to_string(random() % 1000));
    index.remove(gone);
  }
  for (int i = 0; i < 40; ++i) {
    const SearchRequest request = some_request(random);
    const std::vector<std::string> all = whole(index.dir(), request, 1);
    EXPECT_TRUE(has_all_once(all)) << request.query;
    const SearchResults first = first_page(index, request);
    if (lists_the_total(request)) {
      EXPECT_TRUE(first.exhaustive) << described(request, 3);
      EXPECT_EQ(first.estimated_total, articles_in(all).size()) << described(request, 3);
    }
    for (int round = 0; round < 10; ++round) {
      const std::size_t size = 1 + random() % 37;
      const std::vector<std::string> walked = walk(index.searcher(), request, size);
      ASSERT_TRUE(walked == all) << described(request, size) << ": " << difference(walked, all);
    }
  }
}

// With as many postings as make two threads share the first pass.
TEST(LongWalks, GiveTheListOfOneLargeRequest) {
  Random random(99);
  SearchIndex index(some_articles(4000, 100'000, random));
  index.add(some_articles(300, 100'000, random));
  Searcher both = Searcher::open(index.dir(), {2});
  Searcher alone = Searcher::open(index.dir(), {1});
  for (int i = 0; i < 16; ++i) {
    SearchRequest request = some_request(random);
    if (i % 2 == 0) {
      request.query = words(3 + random() % 8, random);
      request.fold = i % 4 == 0;
      request.sort = Sort::kRelevance;
      request.filters.clear();
    }
    const std::vector<std::string> all = whole(index.dir(), request, 1);
    EXPECT_TRUE(whole(index.dir(), request, 2) == all) << described(request, 5000);
    EXPECT_TRUE(has_all_once(all)) << request.query;
    const auto total = static_cast<double>(first_page(index, request).estimated_total);
    const auto articles = static_cast<double>(articles_in(all).size());
    if (lists_the_total(request)) {
      EXPECT_NEAR(total, articles, 0.1 * articles) << described(request, 3);
    }
    for (const std::size_t size : {10U, 37U, 200U}) {
      for (const std::size_t from : {0U, 1U, 2U, 3U, 9U, 13U}) {
        const std::size_t begin = std::min(from * size, all.size());
        const std::size_t end = std::min(begin + size, all.size());
        const std::vector<std::string> expected(all.begin() + static_cast<std::ptrdiff_t>(begin),
                                                all.begin() + static_cast<std::ptrdiff_t>(end));
        EXPECT_TRUE(page(both, request, from * size, size) == expected) << described(request, size);
        EXPECT_TRUE(page(alone, request, from * size, size) == expected)
            << described(request, size);
      }
    }
  }
}

}  // namespace
}  // namespace fihris::testing
