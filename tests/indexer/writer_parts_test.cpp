// Additions become parts of their own, and what lies in older parts is not written again.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include <chrono>
#include <thread>

#include "child_process.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"
#include "store/throws_error.h"
#include "writer_support.h"

namespace fihris {
namespace {

namespace fs = std::filesystem;
using store::OpenIndex;
using testing::article;
using testing::contents;
using ::testing::IsEmpty;
using testing::many;

class WriterParts : public ::testing::Test {
 protected:
  fs::path path() const { return scratch_ / "index"; }
  IndexWriter open() const {
    IndexOptions options;
    options.threads = 2;
    return IndexWriter::open(path(), options);
  }
  std::vector<std::uint64_t> parts() const {
    std::vector<std::uint64_t> numbers;
    for (const store::Generation& part : store::current_parts(path())) {
      numbers.push_back(part.number);
    }
    return numbers;
  }
  bool has_delta() const { return fs::exists(store::current_generation(path()).delta()); }
  void expect_whole(const std::map<std::string, std::string>& expected) const {
    EXPECT_EQ(contents(path()), expected);
    EXPECT_EQ(OpenIndex::open(path()).live_articles(), expected.size());
    EXPECT_THAT(check_index(path()), IsEmpty());
  }

  testing::TemporaryDirectory scratch_;
};

// Adds to what is expected.
std::vector<Article> batch(const std::string& prefix, std::map<std::string, std::string>& expected,
                           std::vector<Article> replacing = {}) {
  std::vector<Article> articles = many(1001, prefix);
  articles.insert(articles.end(), replacing.begin(), replacing.end());
  for (const Article& each : articles) expected[each.id] = each.body;
  return articles;
}

fs::file_time_type newest_file(const fs::path& directory) {
  fs::file_time_type newest = fs::file_time_type::min();
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    newest = std::max(newest, entry.last_write_time());
  }
  return newest;
}

TEST_F(WriterParts, AnAdditionLeavesOlderPartsAsTheyAre) {
  std::map<std::string, std::string> expected;
  open().add(batch("a", expected));
  const std::vector<std::uint64_t> before = parts();
  ASSERT_EQ(before.size(), 1U);
  const fs::path old = store::current_generation(path()).dir;
  const fs::file_time_type written = newest_file(old);
  IndexReport report =
      open().add(batch("b", expected, {article("a5", "بديل"), article("a6", "بديل")}));
  EXPECT_EQ(report.replaced, 2U);
  EXPECT_EQ(report.index_articles, 2002U);
  EXPECT_EQ(newest_file(old), written);
  ASSERT_EQ(parts().size(), 2U);
  EXPECT_EQ(parts().front(), before.front());
  EXPECT_EQ(testing::read_whole(path() / "CURRENT"), "gen-2\ngen-3\n");
  expect_whole(expected);
}

TEST_F(WriterParts, TheDeltaGoesIntoTheNextPartAndWhatItBuriedStaysBuried) {
  std::map<std::string, std::string> expected;
  open().add(batch("a", expected));
  open().add(batch("b", expected));
  open().add({article("a1", "بديل"), article("b1", "بديل"), article("new", "جديد")});
  open().remove({"a2", "b2"});
  EXPECT_TRUE(has_delta());
  expected["a1"] = expected["b1"] = "بديل";
  expected["new"] = "جديد";
  expected.erase("a2");
  expected.erase("b2");
  expect_whole(expected);
  open().add(batch("c", expected, {article("new", "أجد"), article("a3", "بديل")}));
  EXPECT_FALSE(has_delta());
  EXPECT_EQ(parts().size(), 3U);
  expect_whole(expected);
  EXPECT_EQ(open().remove({"a1", "a2", "b3", "new"}).deleted, 3U);
  for (const char* id : {"a1", "b3", "new"}) expected.erase(id);
  expect_whole(expected);
}

TEST_F(WriterParts, FourBecomeOneAndKnowTheirDead) {
  std::map<std::string, std::string> expected;
  open().add(many(4100, "old"));
  for (const Article& each : many(4100, "old")) expected[each.id] = each.body;
  for (const char* prefix : {"a", "b", "c"}) {
    open().add(batch(prefix, expected, {article("old7", prefix), article("a0", prefix)}));
    open().remove({std::string(prefix) + "10"});
    expected.erase(std::string(prefix) + "10");
  }
  EXPECT_EQ(parts().size(), 4U);
  open().add(batch("d", expected, {article("b20", "بديل"), article("old8", "بديل")}));
  EXPECT_EQ(parts().size(), 2U);
  expect_whole(expected);
}

TEST_F(WriterParts, ALargeDeltaBecomesAPart) {
  open().add(many(2500, "a"));
  for (const char* prefix : {"b", "c", "d"}) open().add(many(700, prefix));
  EXPECT_EQ(parts().size(), 2U);
  EXPECT_FALSE(has_delta());
  EXPECT_EQ(contents(path()).size(), 4600U);
}

TEST_F(WriterParts, APartThatIsMostlyDeadIsMadeAnew) {
  open().add(many(6000, "a"));
  open().add(many(1001, "b"));
  std::vector<std::string> ids;
  for (int i = 0; i < 2100; ++i) ids.push_back("a" + std::to_string(i));
  open().remove(ids);
  OpenIndex index = OpenIndex::open(path());
  EXPECT_FALSE(index.has_dead());
  EXPECT_EQ(index.shards(), 1U);
  EXPECT_EQ(contents(index).size(), 3900U + 1001U);
}

TEST_F(WriterParts, CompactMakesOneOfThem) {
  std::map<std::string, std::string> expected;
  open().add(batch("a", expected));
  open().add(batch("b", expected));
  open().compact();
  EXPECT_EQ(parts().size(), 1U);
  expect_whole(expected);
  open().add(batch("c", expected, {article("a0", "بديل")}));
  open().compact();
  EXPECT_EQ(parts().size(), 1U);
  EXPECT_FALSE(OpenIndex::open(path()).has_dead());
  expect_whole(expected);
}

TEST_F(WriterParts, ReadersKeepTheirPartsUntilTheyFollow) {
  std::map<std::string, std::string> expected;
  IndexWriter writer = open();
  writer.add(batch("a", expected));
  writer.add(batch("b", expected));
  OpenIndex first = OpenIndex::open(path());
  const auto seen_first = expected;
  writer.add(batch("c", expected, {article("a1", "بديل")}));
  OpenIndex second = OpenIndex::open(path());
  const auto seen_second = expected;
  writer.compact();
  EXPECT_EQ(contents(first), seen_first);
  EXPECT_EQ(contents(second), seen_second);
  EXPECT_TRUE(first.refresh());
  EXPECT_EQ(contents(first), expected);
  EXPECT_TRUE(second.refresh());
  writer.add({article("a2", "بديل")});
  EXPECT_EQ(parts().size(), 1U);
}

// An index of a version without parts: its pointer has one line, its manifest names no others, and
// neither its metadata nor its delta's have tombstones of others.
TEST_F(WriterParts, AnIndexOfOneGenerationIsCarriedOn) {
  std::map<std::string, std::string> expected;
  open().add(batch("a", expected));
  open().add({article("a1", "بديل"), article("new", "جديد")});
  expected["a1"] = "بديل";
  expected["new"] = "جديد";
  const store::Generation only = store::current_generation(path());
  const std::string manifest = testing::read_whole(only.manifest());
  EXPECT_THAT(manifest, ::testing::Not(::testing::HasSubstr("earlier")));
  const Xapian::Database delta(only.delta().string());
  EXPECT_EQ(delta.get_metadata(store::kEarlierTombstonesKey), "") << "as older versions wrote it";
  expect_whole(expected);
  open().add(batch("b", expected, {article("a2", "بديل")}));
  EXPECT_EQ(parts().size(), 2U);
  expect_whole(expected);
}

TEST_F(WriterParts, ALostPointerIsRepairedByWhatTheErrorSays) {
  std::map<std::string, std::string> expected;
  open().add(batch("a", expected));
  open().add(batch("b", expected));
  const std::string pointer = testing::read_whole(path() / "CURRENT");
  fs::remove(path() / "CURRENT");
  EXPECT_ERROR(open(), ErrorCode::kIndexDamaged, "is missing");
  const auto error = testing::error_of([&] { open(); });
  EXPECT_THAT(error->hint(), ::testing::HasSubstr("gen-2, gen-3"));
  testing::write_file(path() / "CURRENT", pointer);
  expect_whole(expected);
}

TEST_F(WriterParts, CheckMissesAPart) {
  std::map<std::string, std::string> expected;
  open().add(batch("a", expected));
  open().add(batch("b", expected));
  testing::write_file(path() / "CURRENT", "gen-3\n");
  const auto damages = check_index(path());
  ASSERT_EQ(damages.size(), 1U);
  EXPECT_EQ(damages.front().file, path() / "CURRENT");
  testing::write_file(path() / "CURRENT", "gen-2\n");
  EXPECT_THAT(check_index(path()), IsEmpty()) << "an earlier state, and a whole one";
  testing::write_file(path() / "CURRENT", "gen-3\ngen-2\n");
  EXPECT_ERROR(check_index(path()), ErrorCode::kIndexDamaged, "CURRENT");
}

TEST_F(WriterParts, CheckNamesTheDamagedPart) {
  std::map<std::string, std::string> expected;
  open().add(batch("a", expected));
  open().add(batch("b", expected));
  for (const store::Generation& part : store::current_parts(path())) {
    const fs::path file = part.db() / "postlist.glass";
    const std::string whole = testing::read_whole(file);
    std::string broken = whole;
    broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 1);
    testing::write_file(file, broken);
    const auto damages = check_index(path());
    ASSERT_EQ(damages.size(), 1U);
    EXPECT_EQ(damages.front().file, file);
    testing::write_file(file, whole);
  }
  EXPECT_THAT(check_index(path()), IsEmpty());
}

// Merging is only a matter of speed: where files may not be as large as what it makes, the addition
// becomes a part all the same.
TEST_F(WriterParts, WithoutRoomForAMergeTheAdditionIsThere) {
  std::map<std::string, std::string> expected;
  for (const char* prefix : {"a", "b", "c"}) open().add(batch(prefix, expected));
  ASSERT_EQ(parts().size(), 3U);
  const std::uint64_t one_part = store::bytes_below(store::current_generation(path()).dir);
  const std::vector<Article> more = batch("d", expected);
  const pid_t child = testing::start_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{5 * one_part, 5 * one_part};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    open().add(more);
    return 0;
  });
  EXPECT_EQ(testing::wait_for(child), 0);
  EXPECT_EQ(parts().size(), 4U);
  expect_whole(expected);
  open().add(batch("e", expected));
  EXPECT_EQ(parts().size(), 1U) << "it is made up for";
  expect_whole(expected);
}

// Kills while four parts become one.
TEST_F(WriterParts, AKilledMergeLeavesTheOldOrTheNewState) {
  std::map<std::string, std::string> before;
  const fs::path copy = scratch_ / "copy";
  for (const char* prefix : {"a", "b", "c"}) open().add(batch(prefix, before));
  open().add({article("a1", "بديل"), article("delta", "جديد")});
  open().remove({"b1"});
  before["a1"] = "بديل";
  before["delta"] = "جديد";
  before.erase("b1");
  fs::copy(path(), copy, fs::copy_options::recursive);
  std::map<std::string, std::string> after = before;
  const std::vector<Article> more = batch("d", after, {article("c1", "بديل")});
  for (int i = 0; i < 8; ++i) {
    SCOPED_TRACE(i);
    fs::remove_all(path());
    fs::copy(copy, path(), fs::copy_options::recursive);
    const pid_t worker = testing::start_child([&] {
      open().add(more);
      return 0;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + 40 * i));
    ::kill(worker, SIGKILL);
    testing::wait_for(worker);
    const auto left = contents(path());
    ASSERT_TRUE(left == before || left == after) << left.size();
    ASSERT_THAT(check_index(path()), IsEmpty());
    open().add(more);
    ASSERT_EQ(contents(path()), after);
  }
}

}  // namespace
}  // namespace fihris
