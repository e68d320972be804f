// fihris index --sync: the index is made equal to its sources.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "command_line.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

namespace fs = std::filesystem;

class CommandLineSync : public CommandLine {
 protected:
  ProcessResult sync(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), {"index", "--db", db(), "--sync"});
    if (arguments.size() == 4) arguments.push_back(path("in"));
    return fihris(arguments);
  }
  // The line that names the counts.
  static std::string counts(const ProcessResult& result) {
    for (const std::string& line : lines_of(result.out)) {
      if (line.find(" unchanged, ") != std::string::npos) return line.substr(0, line.find(" rej"));
    }
    return result.out + result.err;
  }
  void write_three() const {
    write("in/a.txt", "حصان أبيض يعدو في السهل");
    write("in/deep/b.txt", "جمل في الصحراء يمشي ببطء");
    write("in/news.jsonl", R"({"title":"أول","body":"قطار سريع"})"
                           "\n"
                           R"({"id":"second","title":"ثان","body":"باخرة كبيرة"})"
                           "\n");
  }
};

TEST_F(CommandLineSync, TakesInWhatIsNewAndThenNothingMore) {
  write_three();
  EXPECT_THAT(counts(sync()), StartsWith("4 added, 0 replaced, 0 deleted, 0 unchanged, 0"));
  const ProcessResult again = sync();
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_THAT(counts(again), StartsWith("0 added, 0 replaced, 0 deleted, 4 unchanged, 0"));
  EXPECT_THAT(again.out, HasSubstr("the index holds 4 articles"));
}

TEST_F(CommandLineSync, ReplacesWhatChangedAndDeletesWhatIsGone) {
  write_three();
  sync();
  write("in/a.txt", "فيل رمادي يشرب من النهر");
  fs::remove(path("in/deep/b.txt"));
  write("in/c.txt", "نسر فوق الجبل العالي");
  EXPECT_THAT(counts(sync()), StartsWith("1 added, 1 replaced, 1 deleted, 2 unchanged, 0"));
  EXPECT_THAT(search_ids({"فيل"}), ElementsAre("a.txt"));
  EXPECT_THAT(search_ids({"حصان"}), IsEmpty());
  EXPECT_THAT(search_ids({"جمل"}), IsEmpty());
  EXPECT_THAT(search_ids({"نسر"}), ElementsAre("c.txt"));
}

TEST_F(CommandLineSync, TakesOnlyTheLinesThatChangedAndDropsThoseThatWent) {
  write_three();
  sync();
  write("in/news.jsonl", R"({"title":"أول","body":"قطار سريع"})"
                         "\n"
                         R"({"id":"third","title":"ثالث","body":"طائرة صغيرة"})"
                         "\n");
  EXPECT_THAT(counts(sync()), StartsWith("1 added, 0 replaced, 1 deleted, 3 unchanged, 0"));
  EXPECT_THAT(search_ids({"باخرة"}), IsEmpty());
  EXPECT_THAT(search_ids({"طائرة"}), ElementsAre("third"));
}

TEST_F(CommandLineSync, ATouchedFileHasNotChanged) {
  write_three();
  sync();
  fs::last_write_time(path("in/a.txt"), fs::file_time_type::clock::now() - std::chrono::hours(5));
  EXPECT_THAT(counts(sync()), StartsWith("0 added, 0 replaced, 0 deleted, 4 unchanged, 0"));
}

TEST_F(CommandLineSync, ARenamedPageWithTheSameAddressReplaces) {
  const std::string page =
      "<!DOCTYPE html><html><head><title>عنوان</title><link rel=\"canonical\" "
      "href=\"https://example.org/1\"></head><body><p>نص عن السفينة التي رست أمس في الميناء بعد "
      "رحلة طويلة</p></body></html>";
  write("in/old.html", page);
  sync();
  fs::rename(path("in/old.html"), path("in/new name.html"));
  EXPECT_THAT(counts(sync()), StartsWith("0 added, 1 replaced, 0 deleted, 0 unchanged, 0"));
  EXPECT_THAT(search_ids({"سفينة"}), ElementsAre("https://example.org/1"));
}

TEST_F(CommandLineSync, ItDoesNotMatterHowTheFolderIsSpelled) {
  write_three();
  sync();
  fs::create_directory_symlink(path("in"), path("link"));
  for (const std::string& spelling : {path("in/"), path("in/deep/.."), path("./in"), path("link")})
    EXPECT_THAT(counts(sync({spelling})), StartsWith("0 added, 0 replaced, 0 deleted, 4 unchanged"))
        << spelling;
  // A part of it, and a file of it by itself.
  EXPECT_THAT(counts(sync({path("in/deep")})),
              StartsWith("0 added, 0 replaced, 0 deleted, 1 unchanged"));
  EXPECT_THAT(counts(sync({path("in/a.txt")})),
              StartsWith("0 added, 0 replaced, 0 deleted, 1 unchanged"));
}

TEST_F(CommandLineSync, WithoutPathsAllSourcesAreKeptInStep) {
  write("in/a.txt", "حصان أبيض");
  write("in/b.txt", "قطار سريع");
  write("other/a.txt", "جمل وناقة");
  sync({path("in"), path("other")});
  EXPECT_THAT(search_ids({"جمل"}), ElementsAre("other/a.txt"));
  fs::remove(path("in/a.txt"));
  const ProcessResult result = fihris({"index", "--db", db(), "--sync"});
  EXPECT_THAT(counts(result), StartsWith("0 added, 0 replaced, 1 deleted, 2 unchanged, 0"));
}

TEST_F(CommandLineSync, ANamedSourceMayMove) {
  write("in/a.txt", "حصان أبيض");
  sync({"--source", "news=" + path("in")});
  EXPECT_THAT(search_ids({"حصان"}), ElementsAre("news/a.txt"));
  fs::rename(path("in"), path("moved"));
  EXPECT_THAT(counts(sync({"--source", "news=" + path("moved")})),
              StartsWith("0 added, 0 replaced, 0 deleted, 1 unchanged, 0"));
  EXPECT_COMPLAINT(sync({"--source", "news=" + path("moved"), "--source", "news=" + path(".")}), 2);
}

TEST_F(CommandLineSync, ASourceThatIsGoneDeletesNothing) {
  write_three();
  sync();
  fs::rename(path("in"), path("elsewhere"));
  const ProcessResult result = sync();
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_THAT(result.err, HasSubstr("cannot be found"));
  EXPECT_THAT(search_ids({"حصان"}), ElementsAre("a.txt"));
}

// What is left of a disk that is not mounted.
TEST_F(CommandLineSync, ASourceThatIsEmptyDeletesNothing) {
  write_three();
  sync();
  fs::rename(path("in"), path("elsewhere"));
  fs::create_directory(path("in"));
  const ProcessResult result = sync();
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_THAT(result.err, HasSubstr("nothing was deleted"));
  EXPECT_THAT(search_ids({"حصان"}), ElementsAre("a.txt"));
}

TEST_F(CommandLineSync, TheSameArticleInTwoFilesIsTakenOnceAndOutlivesTheFirst) {
  const std::string line = article_line("same", "عنوان", "حصان أبيض");
  write("in/1.jsonl", line);
  write("in/2.jsonl", article_line("same", "عنوان", "حصان أسود"));
  const ProcessResult first = sync();
  EXPECT_THAT(first.err, HasSubstr("2.jsonl:1: has the id same of "));
  EXPECT_THAT(counts(first), StartsWith("1 added, 0 replaced, 0 deleted, 0 unchanged, 1"));
  EXPECT_THAT(counts(sync()), StartsWith("0 added, 0 replaced, 0 deleted, 1 unchanged, 1"));
  fs::remove(path("in/1.jsonl"));
  sync();
  EXPECT_THAT(search_ids({"أسود"}), ElementsAre("same"));
}

TEST_F(CommandLineSync, ADryRunSaysWhatItWouldDoAndWritesNothing) {
  write_three();
  const ProcessResult before = sync({"--dry-run", path("in")});
  EXPECT_EQ(before.exit_code, 0) << before.err;
  EXPECT_THAT(counts(before), StartsWith("4 added, 0 replaced, 0 deleted, 0 unchanged"));
  EXPECT_FALSE(fs::exists(db()));
  sync();
  write("in/a.txt", "فيل رمادي يشرب من النهر");
  fs::remove(path("in/deep/b.txt"));
  EXPECT_THAT(counts(sync({"--dry-run", path("in")})),
              StartsWith("0 added, 1 replaced, 1 deleted, 2 unchanged"));
  EXPECT_THAT(search_ids({"حصان"}), ElementsAre("a.txt"));
  EXPECT_THAT(counts(sync()), StartsWith("0 added, 1 replaced, 1 deleted, 2 unchanged"));
}

TEST_F(CommandLineSync, ListsWhatChangesAndReportsEveryItem) {
  write_three();
  write("in/photo.jpg", std::string("\xFF\xD8\0\0", 4));
  write("in/bad.jsonl", "{\"id\": \"x\", \"section\": \"رياضة\"}\n");
  const ProcessResult result = sync({"--list", "--report", path("report.json"), path("in")});
  EXPECT_THAT(lines_of(result.out), ::testing::Contains("added\ta.txt"));
  std::ifstream file(path("report.json"));
  const auto report = nlohmann::json::parse(file);
  EXPECT_EQ(report.at("added"), 4);
  EXPECT_EQ(report.at("rejected"), 1);
  EXPECT_EQ(report.at("passedOver"), 1);
  EXPECT_EQ(report.at("warnings"), 4);  // none has a date
  std::vector<std::string> outcomes;
  for (const auto& item : report.at("items")) outcomes.push_back(item.at("outcome"));
  EXPECT_THAT(outcomes,
              UnorderedElementsAre("added", "added", "added", "added", "rejected", "passedOver"));
  EXPECT_THAT(result.out, HasSubstr("1 passed over: 1 .jpg\n"));
}

TEST_F(CommandLineSync, RejectedFilesAreToldAgainAndNotReadAgain) {
  write("in/good.txt", "حصان أبيض");
  write("in/bad.jsonl", "{\"id\": \"x\", \"section\": \"رياضة\"}\n");
  const ProcessResult first = sync();
  const ProcessResult second = sync();
  EXPECT_THAT(counts(second), StartsWith("0 added, 0 replaced, 0 deleted, 1 unchanged, 1"));
  EXPECT_EQ(first.err, second.err);
}

TEST_F(CommandLineSync, TheIndexInTheFolderIsNotRead) {
  write("in/a.txt", "حصان أبيض");
  const std::string inside = path("in/index");
  fihris({"index", "--db", inside, "--sync", path("in")});
  const ProcessResult again = fihris({"index", "--db", inside, "--sync", path("in")});
  EXPECT_THAT(counts(again), StartsWith("0 added, 0 replaced, 0 deleted, 1 unchanged, 0"));
  EXPECT_THAT(again.out, HasSubstr(" 0 passed over\n"));
}

TEST_F(CommandLineSync, OddFilesAndNamesDoNoHarm) {
  write("in/a.txt", "حصان أبيض");
  write("in/line\nbreak.txt", "جمل بني");
  write("in/\xE3\xC7\xC1.txt", "فيل رمادي");
  fs::create_directory_symlink(path("in"), path("in/loop"));
  ASSERT_EQ(::mkfifo(path("in/pipe.txt").c_str(), 0600), 0);
  const ProcessResult result = sync();
  EXPECT_THAT(counts(result), StartsWith("3 added, 0 replaced, 0 deleted, 0 unchanged, 0"));
  EXPECT_THAT(result.out, HasSubstr("1 passed over: 1 .txt"));
  EXPECT_THAT(search_ids({"جمل"}), ElementsAre("line%0Abreak.txt"));
  EXPECT_THAT(search_ids({"فيل"}), ElementsAre("%E3%C7%C1.txt"));
  EXPECT_THAT(counts(sync()), StartsWith("0 added, 0 replaced, 0 deleted, 3 unchanged, 0"));
}

TEST_F(CommandLineSync, AFolderThatMayNotBeReadKeepsItsArticles) {
  write("in/locked/a.txt", "حصان أبيض");
  write("in/b.txt", "جمل بني");
  sync();
  fs::permissions(path("in/locked"), fs::perms::none);
  const bool may = ::access(path("in/locked").c_str(), R_OK) == 0;
  const ProcessResult result = sync();
  fs::permissions(path("in/locked"), fs::perms::owner_all);
  if (may) GTEST_SKIP() << "this user (root?) may read every folder";
  EXPECT_THAT(counts(result), StartsWith("0 added, 0 replaced, 0 deleted, 1 unchanged, 1"));
}

TEST_F(CommandLineSync, APlainRunReplacesAndDeletesNothing) {
  write_three();
  fihris({"index", "--db", db(), path("in")});
  fs::remove(path("in/a.txt"));
  const ProcessResult again = fihris({"index", "--db", db(), path("in")});
  EXPECT_THAT(again.out, StartsWith("3 articles in, 3 of them replaced an older one, 0 rejected"));
  EXPECT_THAT(search_ids({"حصان"}), ElementsAre("a.txt"));
  EXPECT_THAT(counts(sync()), StartsWith("0 added, 0 replaced, 1 deleted, 3 unchanged, 0"));
}

TEST_F(CommandLineSync, AStreamIsSearchableWhileItRuns) {
  const std::string lines = path("lines");
  ASSERT_EQ(::mkfifo(lines.c_str(), 0600), 0);
  BackgroundProcess index(
      {"/bin/sh", "-c",
       std::string(FIHRIS_BINARY) + " index --db '" + db() + "' - > /dev/null < '" + lines + "'"});
  std::ofstream stream(lines);
  stream << article_line("1", "أول", "حصان أبيض") << std::flush;
  std::vector<std::string> found;
  for (int i = 0; i < 600 && found.empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const ProcessResult result = fihris({"search", "--json", "--db", db(), "حصان"});
    if (result.exit_code == 0) found.push_back(result.out);
  }
  EXPECT_THAT(found, Not(IsEmpty()));
  stream << article_line("2", "ثان", "حصان أسود") << std::flush;
  stream.close();
  EXPECT_EQ(index.wait(), 0);
  EXPECT_THAT(search_ids({"حصان"}), UnorderedElementsAre("1", "2"));
}

TEST_F(CommandLineSync, WatchingFollowsTheFolderUntilItIsInterrupted) {
  write("in/a.txt", "حصان أبيض");
  BackgroundProcess watch({FIHRIS_BINARY, "index", "--db", db(), "--watch", path("in")},
                          {.out_file = path("told")});
  const auto wait_for = [&](const std::string& word, std::size_t hits) {
    for (int i = 0; i < 600; ++i) {
      const ProcessResult result = fihris({"search", "--json", "--db", db(), word});
      if (result.exit_code <= 1 && nlohmann::json::parse(result.out).at("hits").size() == hits)
        return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return false;
  };
  ASSERT_TRUE(wait_for("حصان", 1));
  write("in/new folder/b.txt", "جمل بني");
  EXPECT_TRUE(wait_for("جمل", 1));
  write("in/a.txt", "فيل رمادي");
  EXPECT_TRUE(wait_for("فيل", 1));
  fs::remove_all(path("in/new folder"));
  EXPECT_TRUE(wait_for("جمل", 0));
  watch.send_signal(SIGINT);
  EXPECT_EQ(watch.wait(), 0);
}

}  // namespace
}  // namespace fihris::testing
