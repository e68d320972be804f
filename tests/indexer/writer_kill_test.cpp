// A writer that is killed at any moment, and readers in another process, find a whole index.
#include <gmock/gmock.h>

#include <chrono>
#include <random>
#include <thread>

#include "child_process.h"
#include "store/throws_error.h"
#include "writer_support.h"

namespace fihris {
namespace {

namespace fs = std::filesystem;
using store::OpenIndex;
using testing::article;
using testing::bodies_of;
using testing::contents;
using ::testing::IsEmpty;
using testing::many;
using Bodies = std::map<std::string, std::string>;
using Clock = std::chrono::steady_clock;

constexpr int kKills = 14;

IndexWriter open_writer(const fs::path& path) {
  IndexOptions options;
  options.threads = 2;
  return IndexWriter::open(path, options);
}

// Spreads the kills over the time that the work takes when nobody disturbs it.
class KilledWriter : public ::testing::Test {
 protected:
  fs::path path() const { return scratch_ / "index"; }
  fs::path copy() const { return scratch_ / "copy"; }

  // Starts `work` again and again from the same beginning and kills it later each time; `verify`
  // looks at what is left.
  template <class Work, class Verify>
  void kill_often(Work&& work, Verify&& verify) {
    const auto whole = time_of(work);
    std::mt19937 random(7);  // NOLINT: the same moments each time
    for (int i = 0; i < kKills; ++i) {
      SCOPED_TRACE("kill " + std::to_string(i));
      begin_again();
      const pid_t child = testing::start_child([&] {
        work();
        return 0;
      });
      const double share = (i + std::uniform_real_distribution(0.0, 1.0)(random)) / kKills;
      std::this_thread::sleep_for(whole * share);
      ::kill(child, SIGKILL);
      testing::wait_for(child);
      verify();
      if (::testing::Test::HasFatalFailure()) return;
    }
  }

  // What every run starts from is in copy(); nothing when it does not exist.
  void begin_again() const {
    fs::remove_all(path());
    if (fs::exists(copy())) fs::copy(path_of_copy(), path(), fs::copy_options::recursive);
  }

 private:
  fs::path path_of_copy() const { return copy(); }
  template <class Work>
  Clock::duration time_of(Work&& work) {
    begin_again();
    const auto start = Clock::now();
    EXPECT_EQ(testing::wait_for(testing::start_child([&] {
                work();
                return 0;
              })),
              0);
    return Clock::now() - start;
  }

  testing::TemporaryDirectory scratch_;
};

TEST_F(KilledWriter, OfANewIndexLeavesNothingOrEverything) {
  const std::vector<Article> articles = many(1800, "a", "خبر عاجل من بيروت عن لقاء الوزير");
  const Bodies all = bodies_of(articles);
  kill_often([&] { open_writer(path()).add(articles); },
             [&] {
               IndexWriter writer = open_writer(path());
               const Bodies left = contents(path());
               ASSERT_TRUE(left.empty() || left == all) << left.size();
               ASSERT_THAT(check_index(path()), IsEmpty());
               writer.add(articles);
               ASSERT_EQ(contents(path()), all);
             });
}

TEST_F(KilledWriter, OfABulkAdditionLeavesTheOldOrTheNewState) {
  {
    IndexWriter writer = open_writer(copy());
    writer.add(many(1500, "a"));
    writer.add({article("a1", "بديل"), article("b", "جديد")});
    writer.remove({"a2"});
  }
  const Bodies before = contents(copy());
  std::vector<Article> more = many(2000, "c");
  more[0] = article("a3", "بديل");
  more[1] = article("b", "بديل");
  Bodies after = before;
  for (const Article& each : more) after[each.id] = each.body;
  kill_often([&] { open_writer(path()).add(more); },
             [&] {
               const Bodies left = contents(path());
               ASSERT_TRUE(left == before || left == after) << left.size();
               ASSERT_THAT(check_index(path()), IsEmpty());
               open_writer(path()).add(more);
               ASSERT_EQ(contents(path()), after);
               ASSERT_THAT(check_index(path()), IsEmpty());
             });
}

// Each small addition is a commit of its own: what is left is the state after one of them.
TEST_F(KilledWriter, OfManySmallChangesLeavesTheLastCommit) {
  open_writer(copy()).add(many(300, "a"));
  std::vector<Bodies> states{contents(copy())};
  constexpr int kChanges = 12;
  const auto change = [](IndexWriter& writer, int i) {
    const std::string number = std::to_string(i);
    writer.add({article("a" + number, "بديل"), article("new" + number, "جديد")});
    writer.remove({"a" + std::to_string(100 + i)});
  };
  for (int i = 0; i < kChanges; ++i) {
    Bodies next = states.back();
    next["a" + std::to_string(i)] = "بديل";
    next["new" + std::to_string(i)] = "جديد";
    states.push_back(next);
    next.erase("a" + std::to_string(100 + i));
    states.push_back(next);
  }
  kill_often(
      [&] {
        IndexWriter writer = open_writer(path());
        for (int i = 0; i < kChanges; ++i) change(writer, i);
      },
      [&] {
        ASSERT_THAT(states, ::testing::Contains(contents(path())));
        ASSERT_THAT(check_index(path()), IsEmpty());
        IndexWriter writer = open_writer(path());
        for (int i = 0; i < kChanges; ++i) change(writer, i);
        ASSERT_EQ(contents(path()), states.back());
        writer.compact();
        ASSERT_EQ(contents(path()), states.back());
      });
}

// Reads the index over and over until `stop` exists. 0 when every reading was one of the states
// there ever were.
int read_until(const fs::path& path, const fs::path& stop, std::size_t low, std::size_t high) {
  OpenIndex index = OpenIndex::open(path);
  int readings = 0;
  while (!fs::exists(stop) || readings < 3) {
    try {
      index.refresh();
      const Bodies bodies = contents(index);
      for (const auto& [id, body] : bodies) {
        if (body == "TWICE") return 2;
      }
      if (bodies.size() < low || bodies.size() > high) return 3;
      if (bodies.size() != index.live_articles()) return 4;
      ++readings;
    } catch (const Xapian::DatabaseModifiedError&) {
      // The writer committed twice in the meantime: the whole reading is done again.
    }
  }
  return 0;
}

TEST(ReadingProcess, SeesWholeStatesWhileAnotherProcessWrites) {
  const testing::TemporaryDirectory scratch;
  const fs::path path = scratch / "index";
  const fs::path stop = scratch / "stop";
  {
    IndexWriter writer = open_writer(path);
    writer.add(many(500, "a"));
  }
  const pid_t reader =
      testing::start_child([&] { return read_until(path, stop, 500, 500 + 30 + 1001); });
  IndexWriter writer = open_writer(path);
  for (int i = 0; i < 30; ++i) {
    writer.add(
        {article("b" + std::to_string(i), "جديد"), article("a" + std::to_string(i), "بديل")});
    if (i % 10 == 9) writer.compact();
  }
  writer.add(many(1001, "c"));
  writer.rebuild();
  EXPECT_FALSE(testing::has_ended(reader)) << "it read all the time";
  testing::write_file(stop, "");
  EXPECT_EQ(testing::wait_for(reader), 0);
}

TEST(SecondProcess, IsTurnedAwayWhileTheFirstWrites) {
  const testing::TemporaryDirectory scratch;
  const IndexWriter writer = open_writer(scratch / "index");
  const pid_t second = testing::start_child([&] {
    const auto error = testing::error_of([&] { open_writer(scratch / "index"); });
    return error && error->code() == ErrorCode::kIndexLocked ? 0 : 1;
  });
  EXPECT_EQ(testing::wait_for(second), 0);
}

}  // namespace
}  // namespace fihris
