// Locked, damaged, foreign indexes; a full disk; stats, check and compact.
#include <gmock/gmock.h>
#include <sys/mount.h>
#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "command_line.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/stemmer/lexicon.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace fs = std::filesystem;

class CommandLineTrouble : public CommandLine {
 protected:
  // Flips a byte in the middle of the largest file of the index.
  // Of what SHA-256 is kept of.
  void damage() const {
    fs::path largest;
    for (const auto& entry : fs::recursive_directory_iterator(db())) {
      const bool in_part = entry.path().parent_path().filename() == "db";
      if (in_part && entry.is_regular_file() &&
          (largest.empty() || entry.file_size() > fs::file_size(largest))) {
        largest = entry.path();
      }
    }
    std::fstream file(largest, std::ios::in | std::ios::out | std::ios::binary);
    const auto middle = static_cast<std::streamoff>(fs::file_size(largest) / 2);
    file.seekg(middle);
    const int byte = file.get();
    file.seekp(middle);
    file.put(static_cast<char>(byte ^ 0x55));
  }
};

TEST_F(CommandLineTrouble, StatsCountsLiveArticles) {
  index_sample();
  fihris({"delete", "--db", db(), "port"});
  const ProcessResult json = fihris({"stats", "--json", "--db", db()});
  EXPECT_EQ(json.exit_code, 0) << json.err;
  const auto stats = nlohmann::json::parse(json.out);
  EXPECT_EQ(stats.at("articles"), 2);
  EXPECT_GT(stats.at("indexBytes"), 1000);
  EXPECT_EQ(stats.at("lemmaDictionary"), lemma_table_has_dictionary());
  EXPECT_THAT(fihris({"stats", "--db", db()}).out, HasSubstr("articles      2\n"));
  EXPECT_THAT(fihris({"stats", "--db", db()}).out,
              HasSubstr(lemma_table_has_dictionary() ? "lemmas        of the dictionary"
                                                     : "lemmas        of the word lists alone"));
}

TEST_F(CommandLineTrouble, CompactDropsTheDeadAndKeepsTheRest) {
  index_sample();
  fihris({"delete", "--db", db(), "port"});
  for (const std::vector<std::string>& extra : {std::vector<std::string>{}, {"--rebuild"}}) {
    std::vector<std::string> arguments{"compact", "--db", db()};
    arguments.insert(arguments.end(), extra.begin(), extra.end());
    const ProcessResult result = fihris(arguments);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    EXPECT_THAT(search_ids({"سفينة"}), IsEmpty());
    EXPECT_THAT(search_ids({"مكتبة"}), ElementsAre("library"));
  }
}

TEST_F(CommandLineTrouble, CheckFindsNothingInASoundIndex) {
  index_sample();
  const ProcessResult result = fihris({"check", "--db", db()});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "no damage found\n");
}

TEST_F(CommandLineTrouble, CheckNamesADamagedFile) {
  index_sample();
  damage();
  const ProcessResult result = fihris({"check", "--db", db()});
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_THAT(result.out, HasSubstr("SHA-256"));
  EXPECT_EQ(lines_of(result.err).size(), 1U) << result.err;
}

TEST_F(CommandLineTrouble, TruncatedIndexIsAnIndexErrorOrAnswersNothingWrong) {
  index_sample();
  for (const auto& entry : fs::recursive_directory_iterator(db())) {
    if (entry.is_regular_file() && entry.path().parent_path().filename() == "db")
      fs::resize_file(entry.path(), 0);
  }
  EXPECT_COMPLAINT(fihris({"search", "--db", db(), "وزير"}), 3);
  EXPECT_EQ(fihris({"check", "--db", db()}).exit_code, 3);
}

TEST_F(CommandLineTrouble, SecondWriterIsTurnedAwayAndReadersAreNot) {
  index_sample();
  const IndexWriter other = IndexWriter::open(db());
  EXPECT_COMPLAINT(fihris({"index", "--db", db(), "-"}, {.input = article_line("9", "", "حصان")}),
                   3);
  EXPECT_COMPLAINT(fihris({"delete", "--db", db(), "port"}), 3);
  EXPECT_COMPLAINT(fihris({"compact", "--db", db()}), 3);
  EXPECT_THAT(search_ids({"سفينة"}), ElementsAre("port"));
}

TEST_F(CommandLineTrouble, ForeignXapianDatabaseIsRefusedAndLeftAlone) {
  {
    Xapian::WritableDatabase foreign(db(), Xapian::DB_CREATE);
    Xapian::Document document;
    document.add_term("word");
    foreign.add_document(document);
    foreign.commit();
  }
  EXPECT_COMPLAINT(fihris({"search", "--db", db(), "وزير"}), 3);
  const ProcessResult index = fihris({"index", "--db", db(), "-"}, {.input = sample_lines()});
  EXPECT_TRUE(index.exit_code == 2 || index.exit_code == 3) << index.exit_code << index.err;
  EXPECT_EQ(Xapian::Database(db()).get_doccount(), 1U);
}

TEST_F(CommandLineTrouble, FileInPlaceOfTheFolderIsRefused) {
  const std::string file = write("file", "content");
  EXPECT_COMPLAINT(fihris({"search", "--db", file, "وزير"}), 3);
  EXPECT_NE(fihris({"index", "--db", file, "-"}, {.input = sample_lines()}).exit_code, 0);
}

// A file system of 3 MB, where the user may mount one.
class SmallDisk {
 public:
  explicit SmallDisk(std::string path) : path_(std::move(path)) {
    fs::create_directories(path_);
    mounted_ = ::mount("none", path_.c_str(), "tmpfs", 0, "size=3m") == 0;
    if (!mounted_) reason_ = std::strerror(errno);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  const std::string& reason() const { return reason_; }

 private:
  std::string path_;
  bool mounted_ = false;
  std::string reason_;
};

TEST_F(CommandLineTrouble, FullDiskIsReportedAndTheIndexStaysAsItWas) {
  const SmallDisk disk(path("disk"));
  if (!disk.mounted()) GTEST_SKIP() << "cannot mount a small file system: " << disk.reason();
  const std::string index = path("disk/index");
  ASSERT_EQ(fihris({"index", "--db", index, "-"}, {.input = sample_lines()}).exit_code, 0);
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    std::string body;
    for (int word = 0; word < 200; ++word)
      body += "كلمة" + std::to_string(i * 1000 + word * 7) + " ";
    lines += article_line(std::to_string(i), "عنوان", body);
  }
  const ProcessResult result = fihris({"index", "--db", index, "-"}, {.input = lines});
  EXPECT_COMPLAINT(result, 4);
  const ProcessResult search = fihris({"search", "--json", "--db", index, "سفينة"});
  EXPECT_EQ(search.exit_code, 0) << search.err;
  EXPECT_EQ(fihris({"check", "--db", index}).exit_code, 0);
}

}  // namespace
}  // namespace fihris::testing
