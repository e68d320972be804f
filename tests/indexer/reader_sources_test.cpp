// Which files are read, in which order, and how they are cut into records.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Format = RawRecord::Format;

const std::string kLine = R"({"id":"a","title":"عنوان","body":"نص"})";

std::vector<std::string> relative_paths(const Gathered& gathered) {
  std::vector<std::string> paths;
  for (const RawRecord& record : gathered.records) paths.push_back(record.relative_path);
  return paths;
}

std::vector<std::string> bytes_of(const Gathered& gathered) {
  std::vector<std::string> bytes;
  for (const RawRecord& record : gathered.records) bytes.push_back(record.bytes);
  return bytes;
}

TEST(SourceReader, GivesEachLineOfJsonLinesWithItsNumber) {
  const ReaderFiles files;
  const std::string file = files.write("news.jsonl", kLine + "\n\n" + kLine + "\n");
  const Gathered gathered = gather({file});
  EXPECT_THAT(gathered.errors, IsEmpty());
  ASSERT_THAT(gathered.records, SizeIs(2));
  EXPECT_EQ(gathered.records[0].line, 1U);
  EXPECT_EQ(gathered.records[1].line, 3U);
  EXPECT_EQ(gathered.records[1].bytes, kLine);
  EXPECT_EQ(gathered.records[1].format, Format::kJson);
  EXPECT_EQ(gathered.records[1].file, file);
  EXPECT_EQ(gathered.records[1].relative_path, "news.jsonl");
}

TEST(SourceReader, ReadsALastLineWithoutLineBreak) {
  const ReaderFiles files;
  EXPECT_THAT(gather({files.write("a.jsonl", kLine + "\n" + kLine)}).records, SizeIs(2));
}

TEST(SourceReader, SkipsAByteOrderMarkAndCarriageReturns) {
  const ReaderFiles files;
  const std::string file = files.write("a.jsonl", "\xEF\xBB\xBF" + kLine + "\r\n" + kLine + "\r\n");
  EXPECT_THAT(bytes_of(gather({file})), ElementsAre(kLine, kLine));
}

TEST(SourceReader, FindsTheFormatByContentNotByName) {
  const ReaderFiles files;
  EXPECT_EQ(gather({files.write("a.html", kLine + "\n")}).records.at(0).format, Format::kJson);
  EXPECT_EQ(
      gather({files.write("b.jsonl", "<!DOCTYPE html><title>عنوان</title>")}).records.at(0).format,
      Format::kHtml);
  EXPECT_EQ(gather({files.write("c.json", "نص عادي بلا أقواس\n")}).records.at(0).format,
            Format::kText);
}

TEST(SourceReader, KeepsTheOtherLinesWhenTheFirstIsBroken) {
  const ReaderFiles files;
  const std::string cut = R"({"id":"x","title":"قطع)";
  EXPECT_THAT(bytes_of(gather({files.write("a.jsonl", cut + "\n" + kLine + "\n")})),
              ElementsAre(cut, kLine));
  EXPECT_THAT(gather({files.write("b.jsonl", "not json\n" + kLine + "\n")}).records, SizeIs(2));
}

TEST(SourceReader, ReadsAListOfObjects) {
  const ReaderFiles files;
  const std::string first = R"({"title":"قوس } وفاصلة , و\" في نص","tags":["[{"]})";
  const std::string second = "{\n \"title\": \"ثان\",\n \"x\": {\"y\": {}}\n}";
  const Gathered gathered =
      gather({files.write("a.json", "[\n" + first + ",\n" + second + "\n]\n")});
  EXPECT_THAT(gathered.errors, IsEmpty());
  EXPECT_THAT(bytes_of(gathered), ElementsAre(first, second));
  EXPECT_EQ(gathered.records[1].line, 3U);
}

TEST(SourceReader, ReadsAnObjectPrintedOverSeveralLines) {
  const ReaderFiles files;
  const std::string object = "{\n  \"title\": \"عنوان\",\n  \"body\": \"نص\"\n}";
  EXPECT_THAT(bytes_of(gather({files.write("a.json", object + "\n")})), ElementsAre(object));
}

TEST(SourceReader, TellsWhatInAListIsNoObject) {
  const ReaderFiles files;
  const Gathered gathered = gather({files.write("a.json", "[" + kLine + ",\n 7,\n" + kLine + "]")});
  EXPECT_THAT(gathered.records, SizeIs(2));
  ASSERT_THAT(gathered.errors, SizeIs(1));
  EXPECT_EQ(gathered.errors[0].line, 2U);
  EXPECT_THAT(gathered.errors[0].what, HasSubstr("not a JSON object"));
}

TEST(SourceReader, TellsWhereAnObjectIsNotClosed) {
  const ReaderFiles files;
  const Gathered gathered =
      gather({files.write("a.json", "[" + kLine + ",\n{\"title\": \"بلا نهاية\n")});
  EXPECT_THAT(gathered.records, SizeIs(1));
  ASSERT_THAT(gathered.errors, SizeIs(1));
  EXPECT_EQ(gathered.errors[0].line, 2U);
  EXPECT_THAT(gathered.errors[0].what, HasSubstr("not closed"));
}

TEST(SourceReader, WalksFoldersInByteOrderOfTheirPaths) {
  const ReaderFiles files;
  for (const char* name :
       {"b/2.txt", "b/1.txt", "a.txt", "c.txt", "b-1.txt", "b/deep/0.html", "بيروت.txt"}) {
    files.write(name, "نص الملف");
  }
  EXPECT_THAT(
      relative_paths(gather({files.path()})),
      ElementsAre("a.txt", "b-1.txt", "b/1.txt", "b/2.txt", "b/deep/0.html", "c.txt", "بيروت.txt"));
}

TEST(SourceReader, ReadsPathsInTheOrderGiven) {
  const ReaderFiles files;
  const std::string later = files.write("a.txt", "الأول في الاسم");
  const std::string first = files.write("z.txt", "الأول في الطلب");
  EXPECT_THAT(relative_paths(gather({first, later})), ElementsAre("z.txt", "a.txt"));
}

TEST(SourceReader, LeavesOutHiddenAndForeignFilesOfAFolder) {
  const ReaderFiles files;
  for (const char* name : {".git/objects.txt", ".hidden.txt", "queries.tsv", "table.csv",
                           "README.md", "photo.png", "page.HTML", "notes"}) {
    files.write(name, "كلمات");
  }
  EXPECT_THAT(relative_paths(gather({files.path()})), ElementsAre("notes", "page.HTML"));
}

TEST(SourceReader, ReadsAnyFileThatIsNamed) {
  const ReaderFiles files;
  EXPECT_THAT(gather({files.write(".hidden.md", "كلمات في ملف مخفي")}).records, SizeIs(1));
}

TEST(SourceReader, FollowsLinksButNotInCircles) {
  const ReaderFiles files;
  files.write("real/a.txt", "نص");
  std::filesystem::create_directory_symlink(files.path(), files.path("real/up"));
  std::filesystem::create_directory_symlink(files.path("real"), files.path("alias"));
  std::filesystem::create_directory_symlink(files.path("nowhere"), files.path("dangling"));
  EXPECT_THAT(relative_paths(gather({files.path()})), ElementsAre("real/a.txt"));
}

TEST(SourceReader, SaysWhatIsWrongWithAFileAndGoesOn) {
  using namespace std::string_literals;
  const ReaderFiles files;
  files.write("1-empty.txt", "");
  files.write("2-blank.jsonl", " \n\n");
  files.write("3-image.txt", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s);
  files.write("4-packed.json", "\x1F\x8B\x08binary");
  files.write("5-feed.html", "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel/></rss>");
  files.write("6-good.txt", "نص سليم");
  const Gathered gathered = gather({files.path()});
  EXPECT_THAT(relative_paths(gathered), ElementsAre("6-good.txt"));
  EXPECT_THAT(gathered.errors, ElementsAre(Field(&SourceError::what, HasSubstr("empty")),
                                           Field(&SourceError::what, HasSubstr("empty")),
                                           Field(&SourceError::what, HasSubstr("not text")),
                                           Field(&SourceError::what, HasSubstr("compressed")),
                                           Field(&SourceError::what, HasSubstr("XML"))));
  EXPECT_EQ(gathered.errors[0].file, files.path("1-empty.txt"));
}

TEST(SourceReader, PassesOverProgramsWithoutExtensionInAFolder) {
  using namespace std::string_literals;
  const ReaderFiles files;
  files.write("program",
              "\x7F"
              "ELF\0\0"s);
  files.write("story", "نص بلا امتداد");
  const Gathered gathered = gather({files.path()});
  EXPECT_THAT(relative_paths(gathered), ElementsAre("story"));
  EXPECT_THAT(gathered.errors, IsEmpty());
}

TEST(SourceReader, RefusesJudgementsAndRuns) {
  const ReaderFiles files;
  files.write("qrels.txt", "c01 0 pol-001 2\nc01 0 text/a.txt 0\n");
  files.write("run.txt", "c01 Q0 pol-001 1 12.5 fihris\nc01 Q0 pol-002 2 11.25 fihris\n");
  files.write("poem.txt", "سطر من أربع كلمات\nc01 0 pol-001 2\n");
  const Gathered gathered = gather({files.path()});
  EXPECT_THAT(relative_paths(gathered), ElementsAre("poem.txt"));
  EXPECT_THAT(gathered.errors,
              ElementsAre(Field(&SourceError::what,
                                HasSubstr("looks like relevance judgements, not an article")),
                          Field(&SourceError::what, HasSubstr("looks like a run"))));
}

TEST(SourceReader, SaysThatAFolderHoldsNoArticle) {
  const ReaderFiles files;
  files.write("empty/queries.tsv", "1\tسؤال\n");
  const std::string good = files.write("good.txt", "نص");
  const Gathered gathered = gather({files.path("empty"), good});
  EXPECT_THAT(gathered.records, SizeIs(1));
  EXPECT_THAT(gathered.errors,
              ElementsAre(AllOf(Field(&SourceError::file, files.path("empty")),
                                Field(&SourceError::what, HasSubstr("no articles")))));
}

TEST(SourceReader, SaysThatAPathDoesNotExist) {
  const ReaderFiles files;
  const Gathered gathered = gather({files.path("nowhere.jsonl"), files.write("a.txt", "نص")});
  EXPECT_THAT(gathered.records, SizeIs(1));
  ASSERT_THAT(gathered.errors, SizeIs(1));
  EXPECT_THAT(gathered.errors[0].what,
              AllOf(HasSubstr("cannot be found"), HasSubstr("check the spelling")));
}

// The superuser may read everything; for a while this is nobody.
class WithoutPrivileges {
 public:
  WithoutPrivileges() : user_(geteuid()) {
    if (user_ == 0 && seteuid(65534) != 0) ADD_FAILURE() << "cannot become another user";
  }
  ~WithoutPrivileges() {
    if (user_ == 0 && seteuid(0) != 0) ADD_FAILURE() << "cannot become the superuser again";
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;

 private:
  uid_t user_;
};

TEST(SourceReader, SaysThatAFileOrFolderMayNotBeRead) {
  const ReaderFiles files;
  const std::string closed = files.write("closed.txt", "نص");
  files.write("locked/a.txt", "نص");
  files.write("open.txt", "نص");
  ASSERT_EQ(chmod(files.path().c_str(), 0755), 0);
  ASSERT_EQ(chmod(closed.c_str(), 0), 0);
  ASSERT_EQ(chmod(files.path("locked").c_str(), 0), 0);
  Gathered gathered;
  {
    const WithoutPrivileges nobody;
    gathered = gather({files.path()});
  }
  ASSERT_EQ(chmod(files.path("locked").c_str(), 0700), 0);
  EXPECT_THAT(relative_paths(gathered), ElementsAre("open.txt"));
  EXPECT_THAT(gathered.errors,
              ElementsAre(Field(&SourceError::what, HasSubstr("folder cannot be read")),
                          Field(&SourceError::what, HasSubstr("permissions"))));
}

TEST(SourceReader, ReadsAPipe) {
  const ReaderFiles files;
  const std::string name = files.path("pipe");
  ASSERT_EQ(mkfifo(name.c_str(), 0600), 0);
  const pid_t writer = fork();
  if (writer == 0) {
    FILE* pipe = fopen(name.c_str(), "w");
    fputs((kLine + "\n").c_str(), pipe);
    fclose(pipe);
    _exit(0);
  }
  SourceReader reader({name});
  EXPECT_FALSE(reader.bytes_total().has_value());
  const auto item = reader.next();
  ASSERT_TRUE(item && std::holds_alternative<RawRecord>(*item));
  EXPECT_EQ(std::get<RawRecord>(*item).bytes, kLine);
}

TEST(SourceReader, ReadsALineLargerThanItsBuffer) {
  const ReaderFiles files;
  const std::string body(std::size_t{3} << 20, 'x');
  const std::string large = R"({"title":"كبير","body":")" + body + "\"}";
  const Gathered gathered = gather({files.write("a.jsonl", large + "\n" + kLine + "\n")});
  ASSERT_THAT(gathered.records, SizeIs(2));
  EXPECT_EQ(gathered.records[0].bytes, large);
  EXPECT_EQ(gathered.records[1].bytes, kLine);
}

TEST(SourceReader, PassesOverALineNoArticleCanHave) {
  const ReaderFiles files;
  const std::string file = files.write("a.jsonl", kLine + "\n{\"title\":\"");
  std::filesystem::resize_file(file,
                               (std::size_t{256} << 20) + 1000);  // a hole: zeros that take no disk
  FILE* end = fopen(file.c_str(), "a");
  fputs(("\"}\n" + kLine + "\n").c_str(), end);
  fclose(end);
  const Gathered gathered = gather({file});
  EXPECT_THAT(bytes_of(gathered), ElementsAre(kLine, kLine));
  EXPECT_EQ(gathered.records.at(1).line, 3U);
  ASSERT_THAT(gathered.errors, SizeIs(1));
  EXPECT_EQ(gathered.errors[0].line, 2U);
  EXPECT_THAT(gathered.errors[0].what, HasSubstr("longer than 256 MB"));
}

TEST(SourceReader, CountsBytesUpToItsTotal) {
  using namespace std::string_literals;
  const ReaderFiles files;
  files.write("a.txt", "نص");
  files.write("b.txt", "\0\0\0\0"s + std::string(100000, 'x'));
  files.write("c.jsonl", kLine + "\n");
  SourceReader reader({files.path()});
  EXPECT_EQ(reader.bytes_read(), 0U);
  EXPECT_EQ(reader.bytes_total(), 4 + 100004 + kLine.size() + 1);
  while (reader.next()) EXPECT_LE(reader.bytes_read(), *reader.bytes_total());
  EXPECT_EQ(reader.bytes_read(), *reader.bytes_total());
}

}  // namespace
}  // namespace fihris::testing
