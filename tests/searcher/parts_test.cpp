// An index of several parts answers as one part does that has the same articles.
#include <gmock/gmock.h>

#include <set>

#include "build/generation_build.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/searcher/searcher.h"
#include "fihris/store/internal/open_index.h"
#include "fihris/store/settings.h"
#include "newsroom.h"
#include "scratch_directory.h"

namespace fihris::testing {
namespace {

namespace fs = std::filesystem;

IndexSettings settings() {
  return settings_from_json(R"({
    "filterableAttributes": ["views", "country"], "sortableAttributes": ["views"],
    "attributes": {"views": {"type": "number"}, "country": {"type": "text"}}})",
                            "settings");
}

// Adds the articles as a part of its own, however few they are.
void add_part(const fs::path& dir, const std::vector<Article>& articles) {
  store::IndexDirectory directory = store::IndexDirectory::lock(dir);
  indexer::document::ArticlesFeed feed(articles);
  const AnalyzerConfig analyzer;
  indexer::build::build_generation(directory, feed,
                                   {analyzer,
                                    Analyzer(analyzer).fingerprint(),
                                    FieldTable(settings()),
                                    1,
                                    indexer::build::BuildPurpose::kAdd,
                                    {}});
}

void create(const fs::path& dir) {
  IndexWriter::open(dir);
  write_settings(dir, settings());
}

void build_one(const fs::path& dir, const std::vector<Article>& articles,
               const std::vector<std::string>& deleted) {
  create(dir);
  add_part(dir, articles);
  IndexWriter::open(dir).remove(deleted);
}

// The last of each id backwards, behind the others.
std::vector<Article> in_another_order(const std::vector<Article>& articles) {
  std::vector<Article> earlier;
  std::vector<Article> last;
  std::set<std::string> seen;
  for (auto each = articles.rbegin(); each != articles.rend(); ++each) {
    (seen.insert(each->id).second ? last : earlier).push_back(*each);
  }
  earlier.insert(earlier.end(), last.begin(), last.end());
  return earlier;
}

// The same changes: as parts and a delta, and at once.
class Parts : public ::testing::TestWithParam<unsigned> {
 protected:
  void SetUp() override {
    create(parts());
    Newsroom news(GetParam());
    std::vector<Article> all;
    std::vector<std::string> deleted;
    const auto came = [&](const std::vector<Article>& articles) {
      for (const Article& each : articles) {
        all.push_back(each);
        std::erase(deleted, each.id);
      }
    };
    // Some parts are merged on the way, not all.
    const std::size_t batches = 5 + GetParam() / 2 % 2;
    for (std::size_t i = 0; i < batches; ++i) {
      const std::vector<Article> batch = news.batch();
      add_part(parts(), batch);
      came(batch);
      IndexWriter writer = IndexWriter::open(parts());
      if (i + 1 == batches && !ends_with_delta()) break;
      const std::vector<Article> few = news.few();
      writer.add(few);
      came(few);
      const std::vector<std::string> ids = news.some_ids();
      writer.remove(ids);
      deleted.insert(deleted.end(), ids.begin(), ids.end());
    }
    build_one(one(), all, deleted);
    build_one(other(), in_another_order(all), deleted);
    for (const Article& each : all) ids_.insert(each.id);
  }
  bool ends_with_delta() const { return GetParam() % 2 == 1; }
  fs::path parts() const { return scratch_ / "parts"; }
  fs::path one() const { return scratch_ / "one"; }
  // Has the same in another order.
  fs::path other() const { return scratch_ / "other"; }

  TemporaryDirectory scratch_{ScratchPlace::kMemory};
  std::set<std::string> ids_;
};

std::vector<std::string> ids_of(const std::vector<ArticleRef>& refs) {
  std::vector<std::string> ids;
  for (const ArticleRef& ref : refs) ids.push_back(ref.id);
  return ids;
}

void expect_same(const std::vector<Hit>& a, const std::vector<Hit>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].article.id, b[i].article.id) << "hit " << i;
    EXPECT_NEAR(a[i].score, b[i].score, 1e-9);
    EXPECT_EQ(a[i].article, b[i].article);
    EXPECT_EQ(ids_of(a[i].duplicates), ids_of(b[i].duplicates));
    EXPECT_EQ(a[i].snippets.size(), b[i].snippets.size());
  }
}

void expect_same(const SearchResults& a, const SearchResults& b) {
  expect_same(a.hits, b.hits);
  EXPECT_EQ(a.exhaustive, b.exhaustive);
  // Of very many articles a sample is counted.
  if (a.exhaustive) EXPECT_EQ(a.estimated_total, b.estimated_total);
  ASSERT_EQ(a.facets.size(), b.facets.size());
  for (std::size_t i = 0; i < a.facets.size(); ++i) {
    ASSERT_EQ(a.facets[i].values.size(), b.facets[i].values.size()) << a.facets[i].field;
    for (std::size_t k = 0; k < a.facets[i].values.size(); ++k) {
      EXPECT_EQ(a.facets[i].values[k].value, b.facets[i].values[k].value);
      EXPECT_EQ(a.facets[i].values[k].count, b.facets[i].values[k].count);
    }
    ASSERT_EQ(a.facets[i].stats.has_value(), b.facets[i].stats.has_value());
    if (a.facets[i].stats) EXPECT_EQ(a.facets[i].stats->max, b.facets[i].stats->max);
  }
  ASSERT_EQ(a.date_histogram.size(), b.date_histogram.size());
  for (std::size_t i = 0; i < a.date_histogram.size(); ++i) {
    EXPECT_EQ(a.date_histogram[i].count, b.date_histogram[i].count);
  }
  EXPECT_EQ(a.corrected.has_value(), b.corrected.has_value());
  if (a.corrected && b.corrected) EXPECT_EQ(a.corrected->query, b.corrected->query);
  EXPECT_EQ(a.did_you_mean.has_value(), b.did_you_mean.has_value());
  ASSERT_EQ(a.explanation.has_value(), b.explanation.has_value());
}

// Where articles have the same score, the order of documents decides, which of them have a second
// look, too: nothing is to be compared there.
bool has_ties(const SearchResults& a, const SearchResults& b) {
  return !std::equal(a.hits.begin(), a.hits.end(), b.hits.begin(), b.hits.end(),
                     [](const Hit& x, const Hit& y) {
                       return x.article.id == y.article.id && x.score == y.score &&
                              ids_of(x.duplicates) == ids_of(y.duplicates);
                     });
}

std::vector<SearchRequest> requests(Newsroom& news) {
  std::vector<SearchRequest> all;
  const auto ask = [&](const std::string& query, auto change) {
    SearchRequest request;
    request.query = query;
    request.today = "2025-09-20";
    change(request);
    all.push_back(request);
  };
  const auto plain = [](SearchRequest&) {};
  const auto word = [&] {
    std::string text = news.words(1);
    text.pop_back();
    return text;
  };
  for (int i = 0; i < 20; ++i) {
    ask(news.words(news.number(1, 6)), plain);
    ask(news.words(3), [](SearchRequest& r) { r.offset = 20, r.limit = 50; });
    ask(news.words(3), [](SearchRequest& r) { r.fold = false, r.limit = 100; });
    ask(news.words(2), [](SearchRequest& r) { r.matching = MatchingStrategy::kAll; });
    ask("+" + word() + " -" + word() + " " + word(), plain);
    ask("«" + word() + " " + word() + "»", plain);
    ask("«" + word() + " " + word() + "»~6", plain);
    ask(word().substr(0, 6) + "*", plain);
    ask(news.words(2), [](SearchRequest& r) { r.sort = Sort::kDateDescending; });
    ask(news.words(2), [](SearchRequest& r) {
      r.sort = Sort::kDateAscending;
      r.sort_by = "views";
    });
    ask(news.words(2), [](SearchRequest& r) { r.filters = {"views:1000..60000"}; });
    ask(news.words(2), [](SearchRequest& r) { r.filters = {"date:2025-03..2025-06"}; });
    ask(news.words(2), [](SearchRequest& r) { r.recency_half_life_days = 30; });
    ask(news.words(2), [](SearchRequest& r) {
      r.facets = {"source", "section", "tag", "month", "views", "country"};
      r.histogram = Histogram::kDay;
    });
    ask(news.words(2), [](SearchRequest& r) { r.distinct = "country"; });
    ask(news.words(2), [](SearchRequest& r) { r.distinct = "source"; });
  }
  ask("", [](SearchRequest& r) { r.limit = 1000, r.fold = false; });
  ask("المدرصة", plain);
  ask("l]vsm", plain);
  ask("بيلاوسوف", plain);
  ask("كلمات لا يعرفها أحد", plain);
  return all;
}

TEST_P(Parts, AnswerAsOne) {
  {
    store::OpenIndex several = store::OpenIndex::open(parts());
    store::OpenIndex one_part = store::OpenIndex::open(one());
    ASSERT_GT(several.shards(), ends_with_delta() ? 2U : 1U);
    ASSERT_TRUE(several.has_dead());
    // Otherwise statistics differ, and scores with them.
    ASSERT_EQ(several.database().get_doccount(), one_part.database().get_doccount());
    ASSERT_EQ(several.live_articles(), one_part.live_articles());
    ASSERT_EQ(several.info().articles + (ends_with_delta() ? 5 : 0), one_part.info().articles);
  }
  EXPECT_THAT(check_index(parts()), ::testing::IsEmpty());
  Searcher a = Searcher::open(parts(), {.threads = 1 + GetParam() % 2});
  Searcher b = Searcher::open(one(), {.threads = 1});
  Searcher c = Searcher::open(other(), {.threads = 1});
  Newsroom asking(GetParam() + 1000);
  std::size_t compared = 0;
  const std::vector<SearchRequest> asked = requests(asking);
  for (const SearchRequest& request : asked) {
    SCOPED_TRACE(request.query + " " + std::to_string(request.limit) + " " + request.distinct);
    const SearchResults expected = b.search(request);
    if (has_ties(expected, c.search(request))) continue;
    expect_same(a.search(request), expected);
    ++compared;
  }
  EXPECT_GT(compared, asked.size() / 2);
}

TEST_P(Parts, HaveTheSameArticlesAndNeighbours) {
  Searcher a = Searcher::open(parts());
  Searcher b = Searcher::open(one());
  for (const std::string& id : ids_) {
    SCOPED_TRACE(id);
    ASSERT_EQ(a.get(id), b.get(id));
    const auto related = a.related(id, 5);
    const auto expected = b.related(id, 5);
    ASSERT_EQ(related.has_value(), expected.has_value());
    if (!related) continue;
    expect_same(related->hits, expected->hits);
    EXPECT_EQ(ids_of(related->duplicates), ids_of(expected->duplicates));
  }
}

// Phrases are chosen in each part by themselves and take places from titles, so there may be more
// of these here or there; but they are the same in the same order.
TEST_P(Parts, SuggestTheSameTitles) {
  Searcher a = Searcher::open(parts());
  Searcher b = Searcher::open(one());
  const auto titles = [](const Suggestions& suggestions) {
    std::vector<std::string> ids;
    for (const Suggestion& each : suggestions.suggestions) {
      if (each.kind == Suggestion::Kind::kTitle) ids.push_back(each.id);
    }
    return ids;
  };
  for (const char* prefix : {"وزي", "مد", "بيل", "سفي", "مدرسة و", "انت"}) {
    const Suggestions here = a.suggest(prefix, 100);
    ASSERT_FALSE(here.suggestions.empty()) << prefix;
    std::vector<std::string> some = titles(here);
    std::vector<std::string> others = titles(b.suggest(prefix, 100));
    const std::size_t both = std::min(some.size(), others.size());
    EXPECT_GT(both, 0U) << prefix;
    some.resize(both);
    others.resize(both);
    EXPECT_EQ(some, others) << prefix;
  }
}

TEST_P(Parts, BecomeOneByCompaction) {
  std::vector<std::optional<Article>> before;
  {
    Searcher searcher = Searcher::open(parts());
    for (const std::string& id : ids_) before.push_back(searcher.get(id));
  }
  IndexWriter::open(parts()).compact();
  store::OpenIndex index = store::OpenIndex::open(parts());
  EXPECT_EQ(index.shards(), 1U);
  EXPECT_FALSE(index.has_dead());
  EXPECT_THAT(check_index(parts()), ::testing::IsEmpty());
  Searcher searcher = Searcher::open(parts());
  std::size_t i = 0;
  for (const std::string& id : ids_) EXPECT_EQ(searcher.get(id), before[i++]) << id;
}

INSTANTIATE_TEST_SUITE_P(Seeds, Parts, ::testing::Range(1U, 7U));

}  // namespace
}  // namespace fihris::testing
