#include <gmock/gmock.h>
#include <xapian.h>

#include <algorithm>
#include <random>
#include <thread>

#include "build/bulk_build.h"
#include "build/compaction.h"
#include "build/segment_tree.h"
#include "store/throws_error.h"
#include "writer_support.h"

namespace fihris {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAreArray;
using ::testing::IsEmpty;
using testing::TemporaryDirectory;

void write_segment(const fs::path& path, const std::vector<std::string>& data) {
  Xapian::WritableDatabase database(
      path.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC);
  for (const std::string& item : data) {
    Xapian::Document document;
    document.set_data(item);
    document.add_term("every");
    document.add_value(slot::kArticle, "stored " + item);
    database.add_document(document);
  }
  database.commit();
}

// The data of document 1, 2, 3 …; no number may be left out.
std::vector<std::string> documents_of(const Xapian::Database& database) {
  std::vector<std::string> data;
  for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
    const Xapian::Document document = database.get_document(id);
    data.push_back(document.get_data());
    EXPECT_EQ(document.get_value(slot::kArticle), "stored " + data.back());
  }
  return data;
}

TEST(Compaction, PutsSourcesOneAfterTheOther) {
  const TemporaryDirectory scratch;
  write_segment(scratch / "a", {"1", "2"});
  write_segment(scratch / "b", {});
  write_segment(scratch / "c", {"3"});
  indexer::build::compact_databases({scratch / "a", scratch / "b", scratch / "c"}, scratch / "all");
  const Xapian::Database all((scratch / "all").string());
  EXPECT_THAT(documents_of(all), ElementsAreArray({"1", "2", "3"}));
  EXPECT_EQ(all.get_termfreq("every"), 3U);
}

TEST(Compaction, GivesTheResultTheMetadataAskedForWhateverTheSourcesSay) {
  const TemporaryDirectory scratch;
  write_segment(scratch / "a", {"1"});
  write_segment(scratch / "b", {"2"});
  for (const char* source : {"a", "b"}) {
    Xapian::WritableDatabase database((scratch / source).string(),
                                      Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
    database.set_metadata("who", source);
    database.commit();
  }
  indexer::build::compact_databases({scratch / "a", scratch / "b"}, scratch / "all",
                                    {{"who", "all"}, {"new", "x"}});
  const Xapian::Database all((scratch / "all").string());
  EXPECT_EQ(all.get_metadata("who"), "all");
  EXPECT_EQ(all.get_metadata("new"), "x");
}

TEST(Compaction, OfNothingIsAnEmptyDatabaseWithMetadata) {
  const TemporaryDirectory scratch;
  indexer::build::compact_databases({}, scratch / "all", {{"who", "nobody"}});
  const Xapian::Database all((scratch / "all").string());
  EXPECT_EQ(all.get_doccount(), 0U);
  EXPECT_EQ(all.get_metadata("who"), "nobody");
}

// Segments become ready in the order in which threads finish; the documents stay in the order of
// the input.
TEST(SegmentTree, KeepsTheOrderWhateverIsReadyFirst) {
  for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 37U, 256U + 20U}) {
    const TemporaryDirectory scratch;
    indexer::build::SegmentTree tree(scratch.path());
    std::vector<std::uint64_t> order(count);
    std::vector<std::string> expected;
    for (std::size_t i = 0; i < count; ++i) {
      order[i] = i;
      // An empty one among them: all its articles were refused.
      if (i % 7 != 3) expected.push_back(std::to_string(i));
    }
    std::shuffle(order.begin(), order.end(), std::mt19937(1));  // NOLINT: the same order each time
    for (const std::uint64_t i : order) {
      write_segment(tree.path_of(i), i % 7 == 3 ? std::vector<std::string>()
                                                : std::vector<std::string>{std::to_string(i)});
      tree.add(i);
    }
    const std::vector<fs::path> parts = tree.parts();
    EXPECT_LE(parts.size(), 2 * indexer::build::SegmentTree::kFanIn);
    indexer::build::compact_databases(parts, scratch / "all", {{"k", "v"}});
    EXPECT_THAT(documents_of(Xapian::Database((scratch / "all").string())),
                ElementsAreArray(expected));
  }
}

indexer::build::BulkOptions options_in(const fs::path& directory, unsigned threads) {
  indexer::build::BulkOptions options;
  options.threads = threads;
  options.directory = directory;
  return options;
}

TEST(BulkBuild, KeepsTheOrderOfTheInputWithAnyNumberOfThreads) {
  const std::vector<Article> articles = testing::many(2300, "a");
  for (const unsigned threads : {1U, 4U}) {
    const TemporaryDirectory scratch;
    indexer::document::ArticlesFeed feed(articles);
    const indexer::build::BulkResult built =
        indexer::build::build_segments(feed, options_in(scratch.path(), threads));
    EXPECT_EQ(built.id_hashes.size(), articles.size());
    indexer::build::compact_databases(built.parts, scratch / "all");
    const Xapian::Database all((scratch / "all").string());
    ASSERT_EQ(all.get_doccount(), articles.size());
    for (const Xapian::docid id : {1U, 500U, 501U, 1777U, 2300U}) {
      EXPECT_EQ(all.get_document(id).get_data(), articles[id - 1].id);
    }
  }
}

TEST(BulkBuild, ReportsWhatItRefusesInTheOrderOfTheInput) {
  std::vector<Article> articles = testing::many(2000, "a");
  for (const std::size_t i : {3U, 700U, 1999U}) {
    articles[i].id.clear();
    articles[i].path = "file-" + std::to_string(i);
  }
  const TemporaryDirectory scratch;
  indexer::document::ArticlesFeed feed(articles);
  const indexer::build::BulkResult built =
      indexer::build::build_segments(feed, options_in(scratch.path(), 4));
  EXPECT_EQ(built.rejected_count, 3U);
  ASSERT_EQ(built.rejected.size(), 3U);
  EXPECT_EQ(built.rejected[0].file, "file-3");
  EXPECT_EQ(built.rejected[2].file, "file-1999");
  EXPECT_EQ(built.id_hashes.size(), 1997U);
}

TEST(BulkBuild, KeepsTheFirstThousandRefusalsAndCountsTheRest) {
  const std::vector<Article> nameless(2500);
  const TemporaryDirectory scratch;
  indexer::document::ArticlesFeed feed(nameless);
  const indexer::build::BulkResult built =
      indexer::build::build_segments(feed, options_in(scratch.path(), 2));
  EXPECT_EQ(built.rejected_count, 2500U);
  EXPECT_EQ(built.rejected.size(), kMaxRejectedKept);
}

TEST(BulkBuild, AFailingWorkerStopsTheRunWithItsError) {
  const std::vector<Article> articles = testing::many(5000, "a");
  indexer::document::ArticlesFeed feed(articles);
  EXPECT_THROW(indexer::build::build_segments(feed, options_in("/proc/no/such/place", 2)),
               Xapian::Error);
}

class FailingFeed : public indexer::document::ArticlesFeed {
 public:
  using indexer::document::ArticlesFeed::ArticlesFeed;
  std::optional<indexer::document::Pending> next() override {
    if (++given_ > 1200) throw Error(ErrorCode::kInputOutput, "the input broke off");
    return indexer::document::ArticlesFeed::next();
  }

 private:
  int given_ = 0;
};

TEST(BulkBuild, AFailingReaderStopsTheWorkers) {
  const std::vector<Article> articles = testing::many(5000, "a");
  const TemporaryDirectory scratch;
  FailingFeed feed(articles);
  EXPECT_ERROR(indexer::build::build_segments(feed, options_in(scratch.path(), 3)),
               ErrorCode::kInputOutput, "broke off");
}

TEST(BulkBuild, TellsItsProgressInTheReadingThread) {
  const std::vector<Article> articles = testing::many(1700, "a");
  const TemporaryDirectory scratch;
  indexer::document::ArticlesFeed feed(articles);
  indexer::build::BulkOptions options = options_in(scratch.path(), 2);
  const auto reader = std::this_thread::get_id();
  std::vector<std::uint64_t> seen;
  options.progress = [&](std::uint64_t bytes, std::uint64_t count) {
    EXPECT_TRUE(std::this_thread::get_id() == reader);
    EXPECT_GT(bytes, 0U);
    seen.push_back(count);
  };
  indexer::build::build_segments(feed, options);
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), 1700U);
}

}  // namespace
}  // namespace fihris
