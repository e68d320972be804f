// The same story in several outlets is one hit.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <set>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

// Sentences of a story: the same for the same seed.
std::vector<std::string> sentences(unsigned seed, std::size_t count) {
  static const std::vector<std::string> kWords = {
      "سفينة", "ميناء",  "حمولة", "قبطان", "رصيف",  "عاصفة", "مرساة", "رافعة", "بحارة", "شحنة",
      "جمارك", "مستودع", "ناقلة", "قناة",  "ملاحة", "إرشاد", "رسوم",  "تفريغ", "حاوية", "خليج"};
  std::mt19937 random(seed);
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) {
    std::string sentence;
    for (int n = 0; n < 12; ++n) sentence += kWords[random() % kWords.size()] + ' ';
    made.push_back(sentence + '.');
  }
  return made;
}

std::string joined(const std::vector<std::string>& parts, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) text += parts[i] + ' ';
  return text;
}

Article report(std::string id, std::string source, std::string date, std::string body) {
  Article made = article(std::move(id), "", std::move(body));
  made.source = std::move(source);
  made.date = std::move(date);
  return made;
}

std::vector<std::string> listed(const std::vector<ArticleRef>& refs) {
  std::vector<std::string> ids;
  for (const ArticleRef& ref : refs) ids.push_back(ref.id);
  return ids;
}

SearchResults ask(SearchIndex& index, bool fold = true, Sort sort = Sort::kRelevance) {
  SearchRequest request;
  request.query = "سفينة ميناء";
  request.fold = fold;
  request.sort = sort;
  request.limit = 100;
  return index.search(request);
}

// A wire report, printed by one outlet as it came and cut and edited by another.
class WireStory : public ::testing::Test {
 protected:
  std::vector<std::string> text_ = sentences(1, 10);
  Article wire_ = report("wire", "وكالة برق", "2025-03-19T11:00:00Z", joined(text_, 0, 10));
  Article edited_ =
      report("edited", "صوت الأطلس", "2025-03-19T18:00:00Z",
             "أفادت مصادر الصحيفة بما يلي " + joined(text_, 0, 8) + "ويتابع المراسلون ذلك");
};

TEST_F(WireStory, IsOneHitThatListsTheOthers) {
  SearchIndex index(
      {wire_, edited_, report("other", "مرفأ", "2025-03-19", joined(sentences(2, 9), 0, 9))});
  const SearchResults results = ask(index);
  ASSERT_EQ(results.hits.size(), 2U);
  std::set<std::string> named;
  for (const Hit& hit : results.hits) {
    named.insert(hit.article.id);
    for (const ArticleRef& ref : hit.duplicates) {
      named.insert(ref.id);
      EXPECT_EQ(ref.source, ref.id == "wire" ? wire_.source : edited_.source);
    }
  }
  EXPECT_THAT(named, UnorderedElementsAre("wire", "edited", "other"));
  EXPECT_EQ(results.estimated_total, 3U);
}

TEST_F(WireStory, IsSeveralHitsWhenAskedForUnfolded) {
  SearchIndex index({wire_, edited_});
  const SearchResults results = ask(index, false);
  EXPECT_THAT(ids_of(results), UnorderedElementsAre("wire", "edited"));
  EXPECT_THAT(results.hits[0].duplicates, IsEmpty());
}

TEST_F(WireStory, IsFoldedWhenSortedByDate) {
  SearchIndex index(
      {wire_, edited_, report("other", "مرفأ", "2025-03-20", joined(sentences(2, 9), 0, 9))});
  const SearchResults newest = ask(index, true, Sort::kDateDescending);
  EXPECT_THAT(ids_of(newest), ElementsAre("other", "edited"));
  EXPECT_THAT(listed(newest.hits[1].duplicates), ElementsAre("wire"));
  const SearchResults oldest = ask(index, true, Sort::kDateAscending);
  EXPECT_THAT(ids_of(oldest), ElementsAre("wire", "other"));
}

TEST_F(WireStory, IsFoldedAcrossAnUpdateAndAfterAMerge) {
  SearchIndex index({wire_, article("x", "", "نص آخر")});
  index.add({edited_});
  EXPECT_THAT(ask(index).hits, SizeIs(1));
  Article third = edited_;
  third.id = "third";
  third.source = "المنارة";
  index.add({third});
  const SearchResults results = ask(index);
  ASSERT_THAT(results.hits, SizeIs(1));
  EXPECT_THAT(results.hits[0].duplicates, SizeIs(2));
  index.compact();
  EXPECT_THAT(ask(index).hits, SizeIs(1));
  index.remove({"wire", "third"});
  EXPECT_THAT(ids_of(ask(index)), ElementsAre("edited"));
  EXPECT_THAT(ask(index).hits[0].duplicates, IsEmpty());
}

TEST_F(WireStory, IsNotFoldedWithWhatTheSameOutletWritesNext) {
  Article next = edited_;
  next.id = "next";
  next.source = wire_.source;
  SearchIndex index({wire_, next});
  EXPECT_THAT(ask(index).hits, SizeIs(2));
}

TEST_F(WireStory, IsNotFoldedWithASimilarReportOfAnotherWeek) {
  edited_.date = "2025-03-27";
  SearchIndex index({wire_, edited_});
  EXPECT_THAT(ask(index).hits, SizeIs(2));
}

TEST_F(WireStory, IsFoldedWithItsCopyWhateverDateAndSource) {
  Article copy = wire_;
  copy.id = "copy";
  copy.date = "2024-01-01";
  SearchIndex index({wire_, copy});
  EXPECT_THAT(ask(index).hits, SizeIs(1));
}

TEST(Folding, LeavesShortTextsAlone) {
  SearchIndex index({report("a", "برق", "2025-01-01", "وصلت السفينة إلى الميناء"),
                     report("b", "مرفأ", "2025-01-01", "وصلت السفينة إلى الميناء")});
  EXPECT_THAT(ask(index).hits, SizeIs(2));
}

// 400 articles of 150 stories: more than the first stretch of ranks.
std::vector<Article> many_reports() {
  std::mt19937 random(3);
  std::vector<Article> articles;
  for (int i = 0; i < 400; ++i) {
    const unsigned story = static_cast<unsigned>(random()) % 150;
    articles.push_back(report("id" + std::to_string(1000 + i), "مصدر " + std::to_string(i % 40),
                              "2025-05-" + std::to_string(10 + story % 3),
                              joined(sentences(1000 + story, 8), 0, 7 + i % 2)));
  }
  return articles;
}

class FoldedPages : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { index_ = new SearchIndex(many_reports()); }
  static void TearDownTestSuite() {
    delete index_;
    index_ = nullptr;
  }
  static std::vector<Hit> page(Sort sort, std::size_t offset, std::size_t limit,
                               Searcher& searcher = index_->searcher()) {
    SearchRequest request;
    request.query = "سفينة ميناء حاوية";
    request.sort = sort;
    request.offset = offset;
    request.limit = limit;
    request.snippets = false;
    return searcher.search(request).hits;
  }
  static SearchIndex* index_;
};
SearchIndex* FoldedPages::index_ = nullptr;

TEST_F(FoldedPages, NameEveryArticleOnce) {
  for (const Sort sort : {Sort::kRelevance, Sort::kDateDescending}) {
    for (const std::size_t size : {10U, 70U, 1000U}) {
      std::vector<std::string> named;
      std::vector<Hit> hits = page(sort, 0, size);
      for (std::size_t offset = size; !hits.empty(); offset += size) {
        for (const Hit& hit : hits) {
          named.push_back(hit.article.id);
          for (const ArticleRef& ref : hit.duplicates) named.push_back(ref.id);
        }
        hits = page(sort, offset, size);
      }
      EXPECT_THAT(std::set<std::string>(named.begin(), named.end()), SizeIs(named.size()));
      SearchRequest all;
      all.query = "سفينة ميناء حاوية";
      all.limit = 1000;
      all.fold = false;
      all.sort = sort;
      EXPECT_EQ(named.size(), index_->search(all).hits.size());
    }
  }
}

// Depth is guessed from earlier answers.
TEST_F(FoldedPages, AreTheSameHitsWhateverWasAskedBefore) {
  for (int i = 0; i < 20; ++i) page(Sort::kRelevance, 0, 20);
  for (const std::size_t offset : {0U, 9U, 30U, 60U}) {
    Searcher fresh = Searcher::open(index_->dir());
    const std::vector<Hit> expected = page(Sort::kRelevance, offset, 10, fresh);
    const std::vector<Hit> hits = page(Sort::kRelevance, offset, 10);
    ASSERT_EQ(hits.size(), expected.size());
    for (std::size_t i = 0; i < hits.size(); ++i) {
      EXPECT_EQ(hits[i].article.id, expected[i].article.id);
      EXPECT_THAT(listed(hits[i].duplicates), ElementsAreArray(listed(expected[i].duplicates)));
    }
  }
}

TEST_F(FoldedPages, AreTheSameHitsWhateverTheirLength) {
  const std::vector<Hit> all = page(Sort::kRelevance, 0, 1000);
  ASSERT_GT(all.size(), 60U);
  for (const std::size_t size : {3U, 10U, 45U}) {
    for (std::size_t offset = 0; offset < all.size(); offset += size) {
      const std::vector<Hit> some = page(Sort::kRelevance, offset, size);
      for (std::size_t i = 0; i < some.size(); ++i) {
        EXPECT_EQ(some[i].article.id, all[offset + i].article.id);
        EXPECT_THAT(listed(some[i].duplicates),
                    ElementsAreArray(listed(all[offset + i].duplicates)));
      }
    }
  }
}

}  // namespace
}  // namespace fihris::testing
