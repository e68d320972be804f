// What comes before the indexing: duplicates, the queue between the threads, what is refused.
#include <gmock/gmock.h>

#include <future>
#include <thread>

#include "build/batch_queue.h"
#include "build/replaced_ids.h"
#include "document/article_feed.h"
#include "writer_support.h"

namespace fihris {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(IdSet, TheLastOfEqualIdsCounts) {
  const indexer::build::IdSet ids({7, 5, 7, 9, 5, 7});
  EXPECT_THAT(ids.superseded(), ::testing::UnorderedElementsAre(0, 1, 2));
  EXPECT_TRUE(ids.contains(5));
  EXPECT_FALSE(ids.contains(6));
}

TEST(IdSet, OfNothingIsEmpty) {
  const indexer::build::IdSet ids({});
  EXPECT_THAT(ids.superseded(), IsEmpty());
  EXPECT_FALSE(ids.contains(0));
}

indexer::build::Batch batch(std::uint64_t number, std::size_t bytes) {
  indexer::build::Batch batch;
  batch.number = number;
  batch.bytes = bytes;
  return batch;
}

TEST(BatchQueue, GivesBatchesInOrderAndThenNothing) {
  indexer::build::BatchQueue queue(100);
  queue.push(batch(0, 40));
  queue.push(batch(1, 40));
  queue.close();
  EXPECT_EQ(queue.pop()->number, 0U);
  EXPECT_EQ(queue.pop()->number, 1U);
  EXPECT_FALSE(queue.pop().has_value());
}

TEST(BatchQueue, HoldsABatchLargerThanItsLimit) {
  indexer::build::BatchQueue queue(100);
  EXPECT_TRUE(queue.push(batch(0, 5000)));
  EXPECT_EQ(queue.pop()->bytes, 5000U);
}

TEST(BatchQueue, MakesTheReaderWaitWhenItIsFull) {
  indexer::build::BatchQueue queue(100);
  queue.push(batch(0, 80));
  std::future<bool> pushed =
      std::async(std::launch::async, [&] { return queue.push(batch(1, 30)); });
  EXPECT_EQ(pushed.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
  EXPECT_EQ(queue.pop()->number, 0U);
  EXPECT_TRUE(pushed.get());
}

TEST(BatchQueue, AFailureFreesEveryoneWhoWaits) {
  indexer::build::BatchQueue full(100);
  full.push(batch(0, 80));
  std::future<bool> pushed =
      std::async(std::launch::async, [&] { return full.push(batch(1, 30)); });
  indexer::build::BatchQueue empty(100);
  std::future<bool> popped =
      std::async(std::launch::async, [&] { return empty.pop().has_value(); });
  full.abandon();
  empty.abandon();
  EXPECT_FALSE(pushed.get());
  EXPECT_FALSE(popped.get());
}

TEST(ArticleIntake, RefusesAnArticleWithoutId) {
  const Article nameless = testing::article("", "نص");
  indexer::document::ArticleIntake intake;
  const auto opened = intake.open(&nameless);
  ASSERT_TRUE(std::holds_alternative<SourceError>(opened));
  EXPECT_THAT(std::get<SourceError>(opened).what, HasSubstr("no id"));
}

TEST(ArticleIntake, RefusesAnArticleTooLargeToStore) {
  Article article = testing::article("1", std::string(indexer::document::kMaxArticleBytes, 'x'));
  article.path = "huge.txt";
  indexer::document::ArticleIntake intake;
  const auto opened = intake.open(&article);
  ASSERT_TRUE(std::holds_alternative<SourceError>(opened));
  EXPECT_EQ(std::get<SourceError>(opened).file, "huge.txt");
  EXPECT_THAT(std::get<SourceError>(opened).what, HasSubstr("64 MB"));
}

TEST(ArticleIntake, OpensWhatAnIndexStored) {
  const Article article = testing::article("1", "نص");
  indexer::document::ArticleIntake intake;
  const auto opened =
      intake.open(indexer::document::StoredArticle{DocumentCodec().encode(article)});
  ASSERT_TRUE(std::holds_alternative<const Article*>(opened));
  EXPECT_EQ(*std::get<const Article*>(opened), article);
}

TEST(ResumedFeed, GivesWhatWasTakenBeforeTheRest) {
  const std::vector<Article> articles = testing::many(3, "a");
  indexer::document::ArticlesFeed feed(articles);
  std::deque<indexer::document::Pending> taken;
  taken.push_back(*feed.next());
  indexer::document::ResumedFeed resumed(std::move(taken), feed);
  std::vector<std::string> ids;
  while (const std::optional<indexer::document::Pending> pending = resumed.next()) {
    ids.push_back(std::get<const Article*>(*pending)->id);
  }
  EXPECT_THAT(ids, ElementsAre("a0", "a1", "a2"));
}

}  // namespace
}  // namespace fihris
