#include "fihris/store/internal/index_directory.h"

#include <gmock/gmock.h>

#include "scratch_directory.h"
#include "throws_error.h"
#include "tiny_index.h"

namespace fihris::store {
namespace {

namespace fs = std::filesystem;
using ::fihris::testing::publish;
using ::fihris::testing::publish_beside;
using ::fihris::testing::TemporaryDirectory;
using ::testing::HasSubstr;

TEST(IndexDirectory, PointsToWhatWasPublishedLast) {
  const TemporaryDirectory scratch;
  const fs::path path = scratch / "deep/er/index";
  IndexDirectory directory = IndexDirectory::lock(path);
  EXPECT_FALSE(directory.has_generation());
  publish(directory, {"a"});
  publish(directory, {"b"});
  EXPECT_EQ(current_generation(path).number, 2U);
  EXPECT_EQ(testing::read_whole(path / "CURRENT"), "gen-2\n");
  EXPECT_EQ(directory.current().number, 2U);
}

TEST(IndexDirectory, RemovesTheOldGenerationWhenNobodyReadsIt) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  publish(directory, {"b"});
  EXPECT_FALSE(fs::exists(scratch / "gen-1"));
}

TEST(IndexDirectory, KeepsAGenerationWhileALeaseOnItLives) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  {
    const GenerationLease lease = GenerationLease::take(scratch.path());
    EXPECT_EQ(lease.newest().number, 1U);
    publish(directory, {"b"});
    EXPECT_TRUE(fs::exists(scratch / "gen-1/db"));
  }
  publish(directory, {"c"});
  EXPECT_FALSE(fs::exists(scratch / "gen-1"));
  EXPECT_FALSE(fs::exists(scratch / "gen-2"));
}

TEST(IndexDirectory, TurnsASecondWriterAway) {
  const TemporaryDirectory scratch;
  {
    const IndexDirectory first = IndexDirectory::lock(scratch.path());
    EXPECT_ERROR(IndexDirectory::lock(scratch.path()), ErrorCode::kIndexLocked, "another process");
  }
  EXPECT_NO_THROW(IndexDirectory::lock(scratch.path()));
}

TEST(IndexDirectory, RemovesWhatAKilledWriterLeft) {
  const TemporaryDirectory scratch;
  {
    IndexDirectory directory = IndexDirectory::lock(scratch.path());
    publish(directory, {"a"});
  }
  fs::create_directories(scratch / "tmp-build/new");
  testing::write_file(scratch / "tmp-build/new/part", "half");
  testing::write_file(scratch / "CURRENT.tmp", "gen-");
  fs::copy(scratch / "gen-1", scratch / "gen-2", fs::copy_options::recursive);  // never switched to
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  EXPECT_FALSE(fs::exists(scratch / "tmp-build"));
  EXPECT_FALSE(fs::exists(scratch / "CURRENT.tmp"));
  EXPECT_FALSE(fs::exists(scratch / "gen-2"));
  EXPECT_EQ(directory.current().number, 1U);
}

TEST(IndexDirectory, ScratchGoesAwayWhenABuildFails) {
  const TemporaryDirectory scratch;
  const IndexDirectory directory = IndexDirectory::lock(scratch.path());
  fs::path path;
  {
    const ScratchDirectory build = directory.begin_generation();
    path = build.path();
    testing::write_file(path / "part", "half");
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(IndexDirectory, SaysThatThereIsNoIndex) {
  const TemporaryDirectory scratch;
  EXPECT_ERROR(current_generation(scratch / "none"), ErrorCode::kIndexMissing, "does not exist");
  EXPECT_ERROR(current_generation(scratch.path()), ErrorCode::kIndexMissing, "is empty");
  testing::write_file(scratch / "notes.txt", "mine");
  EXPECT_ERROR(current_generation(scratch.path()), ErrorCode::kIndexMissing, "other files");
  EXPECT_ERROR(current_generation(scratch / "notes.txt"), ErrorCode::kIndexMissing,
               "not a directory");
}

TEST(IndexDirectory, RefusesToWriteWhereOtherFilesLie) {
  const TemporaryDirectory scratch;
  testing::write_file(scratch / "notes.txt", "mine");
  EXPECT_ERROR(IndexDirectory::lock(scratch.path()), ErrorCode::kUsage, "other files");
  EXPECT_FALSE(fs::exists(scratch / "lock"));
  EXPECT_ERROR(IndexDirectory::lock(scratch / "notes.txt"), ErrorCode::kUsage, "not a directory");
}

TEST(IndexDirectory, RecognisesAForeignXapianDatabase) {
  const TemporaryDirectory scratch;
  { Xapian::WritableDatabase foreign(scratch.path().string(), Xapian::DB_CREATE_OR_OPEN); }
  EXPECT_ERROR(current_generation(scratch.path()), ErrorCode::kIndexMissing, "Xapian database");
  EXPECT_ERROR(IndexDirectory::lock(scratch.path()), ErrorCode::kUsage, "Xapian database");
}

class BrokenPointer : public ::testing::TestWithParam<const char*> {};

TEST_P(BrokenPointer, IsDamageAndTheHintNamesTheNewestGeneration) {
  const TemporaryDirectory scratch;
  {
    IndexDirectory directory = IndexDirectory::lock(scratch.path());
    publish(directory, {"a"});
    publish(directory, {"b"});
  }
  testing::write_file(scratch / "CURRENT", GetParam());
  for (const auto& error : {testing::error_of([&] { current_generation(scratch.path()); }),
                            testing::error_of([&] { IndexDirectory::lock(scratch.path()); })}) {
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->code(), ErrorCode::kIndexDamaged) << error->what();
    EXPECT_THAT(error->hint(), HasSubstr("gen-2"));
  }
  EXPECT_TRUE(fs::exists(scratch / "gen-2/db"));
}

INSTANTIATE_TEST_SUITE_P(Garbled, BrokenPointer,
                         ::testing::Values("", "\n", "gen-", "gen-9\n", "gen-02\n", "gen-2x",
                                           "gen-2\n\n", "../gen-2\n", "GEN-2\n", "gen-2\ngen-2\n",
                                           "gen-2\ngen-1\n", "gen-2\ngen-3\n",
                                           "gen-99999999999999999999\n"));

TEST(IndexDirectory, ALostPointerIsDamageAndNothingIsRemoved) {
  const TemporaryDirectory scratch;
  {
    IndexDirectory directory = IndexDirectory::lock(scratch.path());
    publish(directory, {"a"});
  }
  fs::remove(scratch / "CURRENT");
  EXPECT_ERROR(current_generation(scratch.path()), ErrorCode::kIndexDamaged, "is missing");
  EXPECT_ERROR(IndexDirectory::lock(scratch.path()), ErrorCode::kIndexDamaged, "is missing");
  EXPECT_TRUE(fs::exists(scratch / "gen-1/db"));
}

TEST(IndexDirectory, ACreationCutOffBeforeItsPointerIsBegunAgain) {
  const TemporaryDirectory scratch;
  {
    IndexDirectory directory = IndexDirectory::lock(scratch.path());
    publish(directory, {});
  }
  fs::remove(scratch / "CURRENT");
  const IndexDirectory directory = IndexDirectory::lock(scratch.path());
  EXPECT_FALSE(directory.has_generation());
}

TEST(IndexDirectory, ALostInUseFileIsDamage) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  fs::remove(scratch / "gen-1/in-use");
  EXPECT_ERROR(GenerationLease::take(scratch.path()), ErrorCode::kIndexDamaged, "in-use");
}

TEST(IndexDirectory, APartStandsBesideOthersUntilTheyAreMerged) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  publish_beside(directory, {"b"}, {});
  publish_beside(directory, {"c"}, {});
  EXPECT_EQ(testing::read_whole(scratch / "CURRENT"), "gen-1\ngen-2\ngen-3\n");
  EXPECT_EQ(current_parts(scratch.path()).size(), 3U);
  EXPECT_EQ(current_generation(scratch.path()).number, 3U);
  EXPECT_EQ(GenerationLease::take(scratch.path()).parts().size(), 3U);
  {
    const ScratchDirectory build = directory.begin_generation();
    testing::write_database(build.path() / "db", {"b", "c"}, {});
    directory.publish(build.path() / "db", testing::tiny_info(2), 1);
  }
  EXPECT_EQ(testing::read_whole(scratch / "CURRENT"), "gen-1\ngen-4\n");
  EXPECT_FALSE(fs::exists(scratch / "gen-2"));
  EXPECT_FALSE(fs::exists(scratch / "gen-3"));
}

}  // namespace
}  // namespace fihris::store
