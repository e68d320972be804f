// Which files are read, in which order, and how they are cut into records.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using Format = RawRecord::Format;

const std::string kLine = R"({"id":"a","title":"عنوان","body":"نص"})";

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
