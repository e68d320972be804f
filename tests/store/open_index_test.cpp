#include "fihris/store/internal/open_index.h"

#include <gmock/gmock.h>

#include <set>

#include "scratch_directory.h"
#include "throws_error.h"
#include "tiny_index.h"

namespace fihris::store {
namespace {

namespace fs = std::filesystem;
using ::fihris::testing::publish;
using ::fihris::testing::publish_beside;
using ::fihris::testing::TemporaryDirectory;
using ::fihris::testing::write_database;
using ::testing::ElementsAre;

std::multiset<std::string> live_ids(OpenIndex& index) {
  std::multiset<std::string> ids;
  const Xapian::Database& database = index.database();
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    if (index.is_live(*id)) ids.insert(database.get_document(*id).get_data());
  }
  return ids;
}

TEST(OpenIndex, ReadsAGenerationAlone) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b", "c"});
  OpenIndex index = OpenIndex::open(scratch.path());
  EXPECT_THAT(live_ids(index), ElementsAre("a", "b", "c"));
  EXPECT_FALSE(index.has_dead());
  EXPECT_EQ(index.live_articles(), 3U);
  EXPECT_EQ(index.info().articles, 3U);
  EXPECT_FALSE(index.refresh());
}

TEST(OpenIndex, LeavesOutTheDeadOfAGeneration) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b", "b"}, {2});
  OpenIndex index = OpenIndex::open(scratch.path());
  EXPECT_THAT(live_ids(index), ElementsAre("a", "b"));
  EXPECT_TRUE(index.has_dead());
  EXPECT_EQ(index.live_articles(), 2U);
  EXPECT_EQ(index.find_article("b"), 3U);
  EXPECT_EQ(index.find_article("x"), 0U);
}

TEST(OpenIndex, SeesGenerationAndDeltaAsOne) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b", "c", "d"}, {4});
  // The delta deletes «a», replaces «c» and adds «e».
  write_database(directory.current().delta(), {"c", "e"}, {1, 3});
  OpenIndex index = OpenIndex::open(scratch.path());
  EXPECT_THAT(live_ids(index), ElementsAre("b", "c", "e"));
  EXPECT_EQ(index.live_articles(), 3U);
  EXPECT_TRUE(index.has_dead());
  EXPECT_EQ(index.find_article("a"), 0U);
  EXPECT_EQ(index.database().get_document(index.find_article("e")).get_data(), "e");
  const Xapian::docid replaced = index.find_article("c");
  EXPECT_EQ(replaced % 2, 0U) << "the one in the delta";
}

TEST(OpenIndex, FollowsADeltaFromItsBirth) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b"});
  OpenIndex index = OpenIndex::open(scratch.path());
  write_database(directory.current().delta(), {"c"}, {});
  EXPECT_THAT(live_ids(index), ElementsAre("a", "b")) << "nothing changes before refresh()";
  EXPECT_TRUE(index.refresh());
  EXPECT_THAT(live_ids(index), ElementsAre("a", "b", "c"));
  EXPECT_FALSE(index.refresh());
  write_database(directory.current().delta(), {"d"}, {2});
  EXPECT_TRUE(index.refresh());
  EXPECT_THAT(live_ids(index), ElementsAre("a", "c", "d"));
}

TEST(OpenIndex, FollowsTheSwitchToANewGeneration) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  OpenIndex index = OpenIndex::open(scratch.path());
  publish(directory, {"b", "c"});
  EXPECT_THAT(live_ids(index), ElementsAre("a")) << "the old generation stays readable";
  EXPECT_TRUE(index.refresh());
  EXPECT_THAT(live_ids(index), ElementsAre("b", "c"));
  publish(directory, {"d"});
  EXPECT_FALSE(fs::exists(scratch / "gen-1")) << "the reader has left it";
  EXPECT_TRUE(fs::exists(scratch / "gen-2"));
}

TEST(OpenIndex, SeesSeveralPartsAndADeltaAsOne) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b", "c", "d"}, {4});
  // «b» is replaced in the second part and again in the third, «c» only there; «a» is deleted.
  publish_beside(directory, {"b", "e"}, {{1, {2}}});
  publish_beside(directory, {"c", "b", "f"}, {{1, {3}}, {2, {1}}});
  OpenIndex index = OpenIndex::open(scratch.path());
  EXPECT_EQ(index.shards(), 3U);
  EXPECT_THAT(live_ids(index), ::testing::UnorderedElementsAre("a", "b", "c", "e", "f"));
  EXPECT_EQ(index.live_articles(), 5U);
  EXPECT_EQ(index.info().articles, 9U);
  EXPECT_EQ(index.place_of(index.find_article("b")).shard, 2U);
  for (Xapian::docid id = 1; id <= 12; ++id) EXPECT_EQ(index.id_of(index.place_of(id)), id);
  // The delta's own list is of the newest part.
  write_database(directory.current().delta(), {"f"}, {3});
  EXPECT_TRUE(index.refresh());
  EXPECT_EQ(index.shards(), 4U);
  EXPECT_EQ(index.live_articles(), 5U);
  EXPECT_EQ(index.place_of(index.find_article("f")).shard, 3U);
  EXPECT_FALSE(index.has_columns(3));
  for (std::size_t shard = 0; shard < 4; ++shard) {
    EXPECT_EQ(index.shard_of(index.shard(shard)), shard);
  }
}

TEST(OpenIndex, RefusesAnotherAnalyserUnlessAskedToAcceptIt) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  {
    const ScratchDirectory build = directory.begin_generation();
    Xapian::WritableDatabase database((build.path() / "db").string(), Xapian::DB_CREATE);
    IndexInfo info = testing::tiny_info(0);
    info.fingerprint = "of another time";
    database.set_metadata(kInfoKey, to_json(info));
    database.close();
    directory.publish(build.path() / "db", info);
  }
  EXPECT_ERROR(OpenIndex::open(scratch.path()), ErrorCode::kIndexIncompatible, "analyses words");
  EXPECT_NO_THROW(OpenIndex::open(scratch.path(), OpenIndex::Accept::kAny));
}

TEST(OpenIndex, ADatabaseWithoutOurMetadataIsDamage) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  {
    const ScratchDirectory build = directory.begin_generation();
    Xapian::WritableDatabase((build.path() / "db").string(), Xapian::DB_CREATE).close();
    directory.publish(build.path() / "db", testing::tiny_info(0));
  }
  EXPECT_ERROR(OpenIndex::open(scratch.path()), ErrorCode::kIndexDamaged, "description");
}

TEST(OpenIndex, MissingFilesAreDamage) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  fs::remove_all(scratch / "gen-1/db");
  EXPECT_ERROR(OpenIndex::open(scratch.path()), ErrorCode::kIndexDamaged, "gen-1");
}

}  // namespace
}  // namespace fihris::store
