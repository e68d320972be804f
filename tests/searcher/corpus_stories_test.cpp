// The sample articles: one event in five outlets' words, and two wire stories printed twice.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "fihris/indexer/index_writer.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class CorpusStories : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    index_ = new SearchIndex({});
    const std::filesystem::path file =
        std::filesystem::path(FIHRIS_SOURCE_DIR) / "corpus" / "articles.jsonl";
    SourceReader reader({file.string()});
    IndexWriter::open(index_->dir()).add(reader);
  }
  static void TearDownTestSuite() {
    delete index_;
    index_ = nullptr;
  }
  // Ids listed under hits, and the hits they are listed under.
  static std::set<std::string> folded(const std::string& query) {
    std::set<std::string> ids;
    for (const Hit& hit : index_->search(query).hits) {
      if (!hit.duplicates.empty()) ids.insert(hit.article.id);
      for (const ArticleRef& ref : hit.duplicates) ids.insert(ref.id);
    }
    return ids;
  }
  static SearchIndex* index_;
};
SearchIndex* CorpusStories::index_ = nullptr;

TEST_F(CorpusStories, OfOneWireAreFolded) {
  EXPECT_THAT(folded("سفينة خليج السويس"), UnorderedElementsAre("wire-1a", "wire-1b"));
  EXPECT_THAT(folded("كوليرا السودان"), UnorderedElementsAre("wire-2a", "wire-2b"));
}

TEST_F(CorpusStories, NothingElseIsFolded) {
  EXPECT_THAT(folded("قال عام وزير ماء سفينة سودان مدينة"),
              UnorderedElementsAre("wire-1a", "wire-1b", "wire-2a", "wire-2b"));
}

TEST_F(CorpusStories, OfOneEventAreRelatedNotDuplicates) {
  for (const char* id : {"event-a", "event-b", "event-c", "event-d", "event-e"}) {
    const auto related = index_->searcher().related(id);
    ASSERT_TRUE(related.has_value());
    EXPECT_THAT(related->duplicates, IsEmpty()) << id;
    std::size_t of_event = 0;
    for (const Hit& hit : related->hits) of_event += hit.article.id.starts_with("event-") ? 1 : 0;
    EXPECT_EQ(of_event, 4U) << id;
  }
}

}  // namespace
}  // namespace fihris::testing
