// Any sequence of changes leaves exactly what a map would hold.
#include <gmock/gmock.h>

#include <random>

#include "writer_support.h"

namespace fihris {
namespace {

namespace fs = std::filesystem;
using testing::contents;

class Model {
 public:
  Model(fs::path path, unsigned seed) : path_(std::move(path)), random_(seed) { reopen(); }

  void step() {
    switch (random(0, 9)) {
      case 0:
        return writer_->compact();
      case 1:
        return static_cast<void>(writer_->rebuild());
      case 2:
        return reopen();
      case 3:
      case 4:
        return remove(random(1, 40));
      case 5:
        return add(random(1001, 1600));  // in bulk
      default:
        return add(random(1, 60));
    }
  }

  void verify() const {
    ASSERT_EQ(contents(path_), expected_);
    ASSERT_EQ(store::OpenIndex::open(path_).live_articles(), expected_.size());
    ASSERT_THAT(check_index(path_), ::testing::IsEmpty());
  }

 private:
  std::size_t random(std::size_t low, std::size_t high) {
    return std::uniform_int_distribution<std::size_t>(low, high)(random_);
  }
  std::string random_id() { return "id" + std::to_string(random(0, 2500)); }

  void reopen() {
    writer_.reset();
    IndexOptions options;
    options.threads = 2;
    writer_.emplace(IndexWriter::open(path_, options));
  }
  void add(std::size_t count) {
    std::vector<Article> articles;
    std::uint64_t replaced = 0;
    for (std::size_t i = 0; i < count; ++i) {
      articles.push_back(testing::article(random_id(), "نص " + std::to_string(serial_++)));
      const Article& last = articles.back();
      if (!expected_.insert_or_assign(last.id, last.body).second) ++replaced;
    }
    const IndexReport report = writer_->add(articles);
    EXPECT_EQ(report.articles, count);
    EXPECT_EQ(report.replaced, replaced);
    EXPECT_EQ(report.index_articles, expected_.size());
  }
  void remove(std::size_t count) {
    std::vector<std::string> ids;
    std::uint64_t deleted = 0;
    for (std::size_t i = 0; i < count; ++i) {
      ids.push_back(random_id());
      deleted += expected_.erase(ids.back());
    }
    EXPECT_EQ(writer_->remove(ids).deleted, deleted);
  }

  fs::path path_;
  std::mt19937 random_;
  std::optional<IndexWriter> writer_;
  std::map<std::string, std::string> expected_;
  int serial_ = 0;
};

class IndexWriterModel : public ::testing::TestWithParam<unsigned> {};

TEST_P(IndexWriterModel, HoldsWhatAMapWouldHold) {
  const testing::TemporaryDirectory scratch;
  Model model(scratch / "index", GetParam());
  for (int i = 0; i < 25; ++i) {
    SCOPED_TRACE("step " + std::to_string(i));
    model.step();
    ASSERT_NO_FATAL_FAILURE(model.verify());
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, IndexWriterModel, ::testing::Range(1U, 7U));

}  // namespace
}  // namespace fihris
