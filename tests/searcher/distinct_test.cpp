// Of the hits with the same value of a field only the best is shown: against a plain program over
// the list of all hits.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSubsetOf;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

using Random = std::mt19937;
using Texts = std::vector<std::string>;

IndexSettings settings(const std::string& distinct = "") {
  IndexSettings made = settings_from_json(
      R"({"filterableAttributes": ["country", "views"],
          "attributes": {"country": {"type": "text"}, "views": {"type": "number"}}})",
      "settings");
  made.distinct = distinct;
  return made;
}

const Texts kWords = {"نفط", "غاز", "سعر", "سوق", "ميناء", "سفينة", "وزير", "شركة"};
const Texts kNames = {"الجزيرة", "الجزيره", "المشرق",     "المغرب",
                      "النهر",   "مرفأ",    "صوت الأطلس", "برق"};

template <class T>
const T& one_of(const std::vector<T>& all, Random& random) {
  return all[random() % all.size()];
}

// The first names stand for most of the articles.
const std::string& some_name(Random& random) {
  return kNames[random() % (1 + random() % kNames.size())];
}

std::string words(std::size_t count, Random& random) {
  std::string text;
  for (; count > 0; --count) text += one_of(kWords, random) + ' ';
  return text;
}

// A third are stories that are printed several times.
std::string some_body(Random& random) {
  if (random() % 3 != 0) return words(1 + random() % 10, random);
  Random same(random() % 20);
  return words(80, same) + words(random() % 5, random);
}

Article some_article(std::string id, Random& random) {
  Article made = article(std::move(id), "", some_body(random));
  made.date = "2025-03-0" + std::to_string(1 + random() % 4);
  if (random() % 8 != 0) made.source = some_name(random);
  if (random() % 3 == 0) made.author = some_name(random) + kTagSeparator + some_name(random);
  for (auto n = random() % 3; n > 0; --n) made.tags.push_back(some_name(random));
  json extra = json::object();
  if (random() % 6 != 0) extra["country"] = Texts(1 + random() % 2, some_name(random));
  if (random() % 6 != 0)
    extra["views"] = std::vector<Random::result_type>{random() % 12, random() % 40};
  made.extra = extra.dump();
  return made;
}

// The value that counts, as the plain program sees it; empty for none.
std::string value_of(const Article& article, const std::string& field) {
  if (field == "source") return normalize(article.source);
  if (field == "author") {
    return normalize(article.author.substr(0, article.author.find(kTagSeparator)));
  }
  if (field == "tag") return article.tags.empty() ? "" : normalize(article.tags.front());
  const json extra = json::parse(article.extra);
  if (!extra.contains(field)) return "";
  if (field == "country") return normalize(extra[field][0].get<std::string>());
  return std::min_element(extra[field].begin(), extra[field].end())->dump();
}

// An index and what is in it.
class Archive {
 public:
  Archive(std::size_t count, std::size_t most_ids, Random& random)
      : most_ids_(most_ids), index_(take(count, random), settings()) {}

  void add(std::size_t count, Random& random) { index_.add(take(count, random)); }
  void remove(std::size_t count, Random& random) {
    Texts gone;
    for (; count > 0; --count) gone.push_back("id" + std::to_string(random() % most_ids_));
    index_.remove(gone);
    for (const std::string& id : gone) articles_.erase(id);
  }
  std::string value(const std::string& id, const std::string& field) const {
    return value_of(articles_.at(id), field);
  }
  SearchIndex& index() { return index_; }

 private:
  std::vector<Article> take(std::size_t count, Random& random) {
    std::vector<Article> made;
    for (; count > 0; --count) {
      made.push_back(some_article("id" + std::to_string(random() % most_ids_), random));
      articles_[made.back().id] = made.back();
    }
    return made;
  }

  std::size_t most_ids_;
  std::map<std::string, Article> articles_;
  SearchIndex index_;
};

// Each id whose value no one before has.
Texts first_of_each(const Texts& ids, const std::function<std::string(const std::string&)>& value) {
  Texts firsts;
  std::set<std::string> seen;
  for (const std::string& id : ids) {
    const std::string its = value(id);
    if (its.empty() || seen.insert(its).second) firsts.push_back(id);
  }
  return firsts;
}

SearchRequest some_request(Random& random) {
  SearchRequest request;
  const auto word = [&] { return one_of(kWords, random); };
  request.query = one_of<std::string>(
      {"", word(), word() + ' ' + word(), word() + ' ' + word() + ' ' + word(),
       "«" + word() + ' ' + word() + "»", '=' + word(), '+' + word() + " -" + word(),
       word().substr(0, 4) + '*', word().substr(0, 4) + "* " + word()},
      random);
  request.sort =
      one_of<Sort>({Sort::kRelevance, Sort::kDateDescending, Sort::kDateAscending}, random);
  request.snippets = false;
  request.distinct = one_of<std::string>({"source", "author", "tag", "country", "views"}, random);
  if (random() % 4 == 0) request.filters = {"source:(المشرق أو الجزيرة)"};
  if (random() % 4 == 0) request.time_limit_seconds = 1000;
  if (random() % 4 == 0) request.recency_half_life_days = 3;
  return request;
}

std::string described(const SearchRequest& request) {
  return request.query + ", distinct " + request.distinct + ", sort " +
         std::to_string(static_cast<int>(request.sort));
}

SearchResults page(Searcher& searcher, SearchRequest request, std::size_t offset,
                   std::size_t limit) {
  request.offset = offset;
  request.limit = limit;
  return searcher.search(request);
}

SearchResults whole(SearchIndex& index, const SearchRequest& request, unsigned threads = 1) {
  Searcher fresh = Searcher::open(index.dir(), {threads});
  return page(fresh, request, 0, 10'000);
}

Texts walk(Searcher& searcher, const SearchRequest& request, std::size_t size) {
  Texts joined;
  for (;;) {
    const Texts next = ids_of(page(searcher, request, joined.size(), size));
    joined.insert(joined.end(), next.begin(), next.end());
    if (next.size() < size) return joined;
  }
}

// What a request finds when hits may have the same values, folding none.
Texts all_hits(Archive& archive, SearchRequest request) {
  request.distinct = kNotDistinct;
  request.fold = false;
  return ids_of(whole(archive.index(), request));
}

void expect_total(const SearchResults& results, std::size_t values, const SearchRequest& request) {
  if (request.query.starts_with('=')) return;
  EXPECT_TRUE(results.exhaustive) << described(request);
  EXPECT_EQ(results.estimated_total, values) << described(request);
}

void expect_unfolded(Archive& archive, SearchRequest request, std::size_t size) {
  request.fold = false;
  const auto value = [&](const std::string& id) { return archive.value(id, request.distinct); };
  const Texts expected = first_of_each(all_hits(archive, request), value);
  EXPECT_EQ(ids_of(whole(archive.index(), request, 2)), expected) << described(request);
  EXPECT_EQ(walk(archive.index().searcher(), request, size), expected) << described(request);
  expect_total(page(archive.index().searcher(), request, 0, size), expected.size(), request);
}

// Each article is a hit, under one, or has the value of one.
void expect_folded(Archive& archive, const SearchRequest& request, std::size_t size) {
  const auto value = [&](const std::string& id) { return archive.value(id, request.distinct); };
  const Texts all = all_hits(archive, request);
  const SearchResults results = whole(archive.index(), request);
  const Texts hits = ids_of(results);
  EXPECT_EQ(first_of_each(hits, value), hits) << described(request);
  std::set<std::string> shown;
  std::set<std::string> values;
  for (const Hit& hit : results.hits) {
    EXPECT_TRUE(shown.insert(hit.article.id).second) << described(request);
    values.insert(value(hit.article.id));
    for (const ArticleRef& ref : hit.duplicates)
      EXPECT_TRUE(shown.insert(ref.id).second) << described(request);
  }
  values.erase("");
  for (const std::string& id : all)
    EXPECT_TRUE(shown.contains(id) || values.contains(value(id))) << described(request);
  EXPECT_EQ(walk(archive.index().searcher(), request, size), hits) << described(request);
  expect_total(page(archive.index().searcher(), request, 0, 3), first_of_each(all, value).size(),
               request);
}

class DistinctWalks : public ::testing::TestWithParam<unsigned> {};

INSTANTIATE_TEST_SUITE_P(Seeds, DistinctWalks, ::testing::Range(1U, 13U));

TEST_P(DistinctWalks, AgreeWithAPlainProgram) {
  Random random(GetParam());
  Archive archive(40 + random() % 120, 400, random);
  if (random() % 3 != 0) archive.add(30, random);
  if (random() % 3 != 0) archive.remove(40, random);
  for (int i = 0; i < 30; ++i) {
    const SearchRequest request = some_request(random);
    expect_unfolded(archive, request, 1 + random() % 20);
    expect_folded(archive, request, 1 + random() % 20);
  }
}

// With more articles than are ranked before those with the value of a hit are left out.
TEST(LongDistinctWalks, AgreeWithAPlainProgram) {
  Random random(7);
  Archive archive(2500, 100'000, random);
  archive.add(300, random);
  archive.remove(30'000, random);
  for (int i = 0; i < 8; ++i) {
    const SearchRequest request = some_request(random);
    const auto value = [&](const std::string& id) { return archive.value(id, request.distinct); };
    const Texts all = all_hits(archive, request);
    const Texts expected = first_of_each(all, value);
    SearchRequest unfolded = request;
    unfolded.fold = false;
    const SearchResults found = whole(archive.index(), unfolded, 2);
    EXPECT_EQ(ids_of(found), expected) << described(request);
    EXPECT_TRUE(std::is_sorted(found.hits.begin(), found.hits.end(),
                               [&](const Hit& a, const Hit& b) {
                                 return request.sort == Sort::kRelevance &&
                                        !request.query.empty() && a.score > b.score;
                               }))
        << described(request);
    EXPECT_EQ(walk(archive.index().searcher(), unfolded, 150), expected) << described(request);
    expect_folded(archive, request, 150);
  }
}

// Four articles: two of a source in two spellings, one of another, one without.
class DistinctSources : public ::testing::Test {
 protected:
  static Article of(std::string id, std::string source, std::string body) {
    Article made = article(std::move(id), "", std::move(body));
    made.source = std::move(source);
    return made;
  }
  static SearchRequest asked(std::string distinct) {
    SearchRequest request;
    request.query = "نفط";
    request.distinct = std::move(distinct);
    return request;
  }
  SearchIndex index_{{of("a", "الجزيرة", "نفط نفط نفط"), of("b", "الجزيره", "نفط وماء وهواء"),
                      of("c", "رويترز", "نفط وماء"), of("d", "", "نفط")},
                     settings()};
};

TEST_F(DistinctSources, AreShownOnceEach) {
  const SearchResults results = index_.search(asked("source"));
  EXPECT_THAT(ids_of(results), UnorderedElementsAre("a", "c", "d"));
  EXPECT_EQ(results.estimated_total, 3U);
  EXPECT_TRUE(results.exhaustive);
  EXPECT_THAT(ids_of(index_.search(asked("مصدر"))), SizeIs(3));
}

TEST_F(DistinctSources, LeaveFacetsAsTheyAre) {
  SearchRequest request = asked("source");
  request.facets = {"source"};
  const SearchResults results = index_.search(request);
  ASSERT_THAT(results.facets, SizeIs(1));
  EXPECT_EQ(results.facets[0].values[0].count, 2U);
  EXPECT_EQ(results.estimated_total, 3U);
}

TEST_F(DistinctSources, ComeFromTheSettingsUnlessTheRequestSaysOtherwise) {
  index_.change(settings("source"));
  EXPECT_THAT(ids_of(index_.search(asked(""))), SizeIs(3));
  EXPECT_THAT(ids_of(index_.search(asked("none"))), SizeIs(4));
  EXPECT_THAT(ids_of(index_.search(asked("section"))), SizeIs(4));
  EXPECT_THAT(index_.searcher().rank("نفط", 10), SizeIs(4));
}

TEST_F(DistinctSources, AreToBeOfAFieldThatIsCounted) {
  for (const std::string name : {"title", "date", "nothing", "url"}) {
    try {
      index_.search(asked(name));
      ADD_FAILURE() << name;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kUsage);
      EXPECT_THAT(error.what(), HasSubstr('"' + name + '"'));
      EXPECT_THAT(error.hint(), HasSubstr("source, author, section, tag, country or views"));
    }
  }
}

// The best article of a source has the form by its fingerprint only, if at all.
TEST_F(DistinctSources, AreAskedForAFormTheTextHas) {
  SearchIndex index({of("a", "برق", "كتاب كتاب كتاب"), of("b", "برق", "الكتاب وغيره")}, settings());
  SearchRequest request = asked("source");
  request.query = "=الكتاب";
  EXPECT_THAT(ids_of(index.search(request)), ElementsAre("b"));
}

}  // namespace
}  // namespace fihris::testing
