// A disk that is full: the process may write files of a limited size only.
#include <gmock/gmock.h>
#include <sys/resource.h>

#include "child_process.h"
#include "store/throws_error.h"
#include "writer_support.h"

namespace fihris {
namespace {

namespace fs = std::filesystem;
using testing::article;
using testing::contents;
using ::testing::IsEmpty;
using testing::many;

enum Outcome : int {
  kAsExpected = 0,
  kNoError = 1,
  kOtherCode = 2,
  kNoHint = 3,
  kIndexChanged = 4
};

// In a process of its own: the limit can not be lifted again.
template <class Change>
int outcome_with_small_files(const fs::path& path, std::size_t file_bytes, Change&& change) {
  const auto before = contents(path);
  return testing::wait_for(testing::start_child([&]() -> int {
    ::signal(SIGXFSZ, SIG_IGN);  // a write fails with EFBIG instead
    const rlimit limit{file_bytes, file_bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    IndexWriter writer = IndexWriter::open(path);
    const auto error = testing::error_of([&] { change(writer); });
    if (!error) return kNoError;
    if (error->code() != ErrorCode::kInputOutput) return kOtherCode;
    if (error->hint().empty()) return kNoHint;
    return contents(path) == before ? kAsExpected : kIndexChanged;
  }));
}

std::vector<Article> bulky() {
  std::vector<Article> articles = many(1500, "bulk");
  for (Article& each : articles) {
    for (int i = 0; i < 60; ++i) each.body += " كلمة" + std::to_string(i * 7919 % 3001);
  }
  return articles;
}

TEST(FullDisk, StopsABulkAdditionAndLeavesTheIndexAsItWas) {
  const testing::TemporaryDirectory scratch;
  const fs::path path = scratch / "index";
  IndexWriter::open(path).add(many(20, "a"));
  const std::vector<Article> articles = bulky();
  // Too small for a segment; too small for the merged generation only.
  for (const std::size_t limit : {100'000U, 700'000U}) {
    EXPECT_EQ(outcome_with_small_files(path, limit, [&](IndexWriter& w) { w.add(articles); }),
              kAsExpected)
        << limit;
    EXPECT_THAT(check_index(path), IsEmpty());
  }
  EXPECT_EQ(IndexWriter::open(path).add(articles).index_articles, 1520U);
  EXPECT_THAT(check_index(path), IsEmpty());
}

TEST(FullDisk, StopsAnUpdateAndTheNextOneSucceeds) {
  const testing::TemporaryDirectory scratch;
  const fs::path path = scratch / "index";
  IndexWriter::open(path).add(many(20, "a"));
  IndexWriter::open(path).add({article("first", "نص")});
  std::vector<Article> articles = bulky();
  articles.resize(900);
  EXPECT_EQ(outcome_with_small_files(path, 200'000, [&](IndexWriter& w) { w.add(articles); }),
            kAsExpected);
  EXPECT_THAT(check_index(path), IsEmpty());
  EXPECT_EQ(IndexWriter::open(path).add(articles).index_articles, 921U);
}

TEST(FullDisk, AWriterGoesOnAfterAFailedUpdate) {
  const testing::TemporaryDirectory scratch;
  const fs::path path = scratch / "index";
  IndexWriter::open(path).add(many(20, "a"));
  std::vector<Article> large = bulky();
  large.resize(900);
  const pid_t child = testing::start_child([&]() -> int {
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit limit{};
    ::getrlimit(RLIMIT_FSIZE, &limit);
    IndexWriter writer = IndexWriter::open(path);
    writer.add({article("first", "نص")});
    limit.rlim_cur = 200'000;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    if (!testing::error_of([&] { writer.add(large); })) return 1;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_FSIZE, &limit);
    return writer.add(large).index_articles == 921 ? 0 : 2;
  });
  EXPECT_EQ(testing::wait_for(child), 0);
  EXPECT_EQ(contents(path).size(), 921U);
}

}  // namespace
}  // namespace fihris
