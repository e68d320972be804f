// Archives taken in through the library: old indexes, runs that are stopped, what is told.
#include "fihris/indexer/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/adoption.h"
#include "writer_support.h"

namespace fihris::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

namespace fs = std::filesystem;

class Archive : public ::testing::Test {
 protected:
  std::string write(const std::string& name, std::string_view bytes) const {
    const fs::path file = scratch_ / "in" / name;
    fs::create_directories(file.parent_path());
    write_file(file, bytes);
    return file.string();
  }
  fs::path index() const { return scratch_ / "index"; }
  ArchiveReport sync(ArchiveOptions options = {}) const {
    options.sync = true;
    if (options.paths.empty()) options.paths = {(scratch_ / "in").string()};
    return take_in(index(), {.threads = 1}, options);
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const auto& [id, body] : contents(index())) ids.push_back(id);
    return ids;
  }

 private:
  TemporaryDirectory scratch_;
};

TEST_F(Archive, OfAnOldIndexIsNotThereTwice) {
  const std::string kept = write("kept.txt", "نص لم يتغير منذ ذلك الحين");
  Article before = article("kept.txt#0123abcd", "نص لم يتغير منذ ذلك الحين");
  before.path = kept;
  Article gone = article("gone.txt#0123abcd", "نص ملف حذف");
  gone.path = (fs::path(kept).parent_path() / "gone.txt").string();
  const Article other = article("other", "مقال من مكان آخر");
  IndexWriter::open(index()).add({before, gone, other});
  const ArchiveReport report = sync();
  EXPECT_EQ(report.of(Outcome::kAdded), 1U);
  EXPECT_EQ(report.of(Outcome::kDeleted), 2U);
  EXPECT_THAT(ids(), ElementsAre("kept.txt", "other"));
}

TEST_F(Archive, OfAnOldIndexIsRenamedByAPlainRunWhichDeletesNothingElse) {
  const std::string kept = write("kept.txt", "نص لم يتغير منذ ذلك الحين");
  Article before = article("in/kept.txt#0123abcd", "نص");
  Article dropped = article("by name", "نص كان في الملف");
  before.path = dropped.path = kept;
  IndexWriter::open(index()).add({before, dropped});
  take_in(index(), {}, {.paths = {kept}});
  EXPECT_THAT(ids(), ElementsAre("by name", "kept.txt"));
  sync();
  EXPECT_THAT(ids(), ElementsAre("kept.txt"));
}

TEST(OldNames, ArePathsWithAHash) {
  using indexer::archive::is_name_of_old;
  EXPECT_TRUE(is_name_of_old("a/b.txt#0123abcd", "/x/a/b.txt"));
  EXPECT_TRUE(is_name_of_old("b.jsonl#0123456789abcdef", "/x/a/b.jsonl"));
  EXPECT_FALSE(is_name_of_old("b.jsonl#12", "/x/a/b.jsonl"));
  EXPECT_FALSE(is_name_of_old("c.txt#0123abcd", "/x/a/b.txt"));
  EXPECT_FALSE(is_name_of_old("0123abcd", "/x/a/b.txt"));
}

TEST_F(Archive, AStoppedRunGoesOnWhereItWas) {
  for (int i = 0; i < 20; ++i)
    write(std::to_string(i) + ".txt", "نص الخبر رقم " + std::to_string(i));
  ArchiveOptions options;
  int asked = 0;
  options.stop = [&asked] { return ++asked > 25; };
  const ArchiveReport first = sync(options);
  EXPECT_TRUE(first.stopped);
  EXPECT_GT(first.of(Outcome::kAdded), 0U);
  EXPECT_LT(first.of(Outcome::kAdded), 20U);
  const ArchiveReport second = sync();
  EXPECT_EQ(second.of(Outcome::kUnchanged), first.of(Outcome::kAdded));
  EXPECT_EQ(second.of(Outcome::kAdded), 20 - first.of(Outcome::kAdded));
  EXPECT_EQ(contents(index()).size(), 20U);
}

TEST_F(Archive, AStoppedRunDeletesNothing) {
  const std::string file = write("a.txt", "نص الخبر");
  write("b.txt", "نص آخر");
  sync();
  fs::remove(file);
  ArchiveOptions options;
  options.stop = [] { return true; };
  write("c.txt", "نص ثالث");
  EXPECT_EQ(sync(options).of(Outcome::kDeleted), 0U);
  EXPECT_THAT(ids(), ElementsAre("a.txt", "b.txt"));
}

TEST_F(Archive, WarnsOfWhatIsDoubtful) {
  const std::string text(300, 'x');
  write("a.jsonl",
        R"({"id":"1","title":"عنوان","date":"غدا","body":"نص"})"
        "\n"
        R"({"id":"2","body":"نص بلا عنوان","date":"2024-01-01"})"
        "\n" +
            (R"({"id":"3","title":"عنوان","date":"2024-01-01","story":")" + text + "\"}\n"));
  const ArchiveReport report = sync();
  EXPECT_EQ(report.warned, 3U);
  EXPECT_THAT(report.warnings, Contains(Pair("without a usable date", 1U)));
  EXPECT_THAT(report.warnings, Contains(Pair("without a title", 1U)));
  EXPECT_THAT(report.warnings, Contains(Pair("with text that is not read", 1U)));
}

TEST_F(Archive, AnAdditionOfManyFilesToASourceWithinAnotherKeepsTheirIds) {
  write("inner/a.txt", "نص أول");
  write("b.txt", "نص ثان");
  ArchiveOptions inner;
  inner.paths = {(index().parent_path() / "in/inner").string()};
  sync(inner);
  sync();
  EXPECT_THAT(ids(), ElementsAre("a.txt", "in/b.txt"));
  EXPECT_EQ(sync().of(Outcome::kUnchanged), 2U);
}

TEST_F(Archive, AnUnchangedRunWritesNothing) {
  write("a.txt", "نص أول");
  sync();
  const auto state = [&] {
    std::vector<std::pair<std::string, fs::file_time_type>> files;
    for (const auto& entry : fs::recursive_directory_iterator(index()))
      files.emplace_back(entry.path().string(), entry.last_write_time());
    std::sort(files.begin(), files.end());
    return files;
  };
  sync();  // the first may have settled the file's time
  const auto before = state();
  sync();
  EXPECT_EQ(state(), before);
}

}  // namespace
}  // namespace fihris::testing
