// What is told of files that hold no article, and that the others are read all the same.
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

const std::string kLine = R"({"id":"a","title":"عنوان","body":"نص"})";

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

TEST(SourceReader, SaysWhatIsWrongWithAFileAndGoesOn) {
  using namespace std::string_literals;
  const ReaderFiles files;
  files.write("1-empty.txt", "");
  files.write("2-blank.jsonl", " \n\n");
  files.write("3-image.txt", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s);
  files.write("4-packed.json", "\x1F\x8B\x08binary");
  files.write("6-good.txt", "نص سليم");
  const Gathered gathered = gather({files.path()});
  EXPECT_THAT(relative_paths(gathered), ElementsAre("6-good.txt"));
  EXPECT_THAT(gathered.errors,
              ElementsAre(Field(&SourceError::what, HasSubstr("empty")),
                          Field(&SourceError::what, HasSubstr("empty")),
                          Field(&SourceError::what, HasSubstr("not text")),
                          Field(&SourceError::what, HasSubstr("cannot be unpacked"))));
  EXPECT_EQ(gathered.errors[0].file, files.path("1-empty.txt"));
}

constexpr std::string_view kXml = "<?xml version=\"1.0\"?><tei><text/></tei>";
constexpr std::string_view kJudgements = "c01 0 pol-001 2\nc01 0 text/a.txt 0\n";
constexpr std::string_view kRun = "c01 Q0 pol-001 1 12.5 fihris\nc01 Q0 pol-002 2 11.25 fihris\n";
constexpr std::string_view kQueries = "c01\tوزير الخارجية\nc02\tنفط\n\nc-3\tقواعد روسية\n";

TEST(SourceReader, PassesOverInAFolderWhatIsPlainlyNoArticle) {
  const ReaderFiles files;
  files.write("tei.html", kXml);
  files.write("qrels.txt", kJudgements);
  files.write("queries.txt", kQueries);
  files.write("run.txt", kRun);
  files.write("poem.txt", "سطر من أربع كلمات\nc01 0 pol-001 2\n");
  files.write("scores.txt", "نتائج الأسبوع\nالأهلي\t3\nالزمالك\t1\n");
  SourceReader reader({files.path()});
  std::vector<std::string> read;
  while (const auto item = reader.next()) {
    ASSERT_TRUE(std::holds_alternative<RawRecord>(*item)) << std::get<SourceError>(*item).what;
    read.push_back(std::get<RawRecord>(*item).relative_path);
  }
  EXPECT_THAT(read, ElementsAre("poem.txt", "scores.txt"));
  EXPECT_EQ(reader.passed_over(), 4U);
  EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
}

TEST(SourceReader, RefusesWhatIsNoArticleWhenItIsNamed) {
  const ReaderFiles files;
  SourceReader reader({files.write("tei.html", kXml), files.write("qrels.txt", kJudgements),
                       files.write("queries.tsv", kQueries), files.write("run.txt", kRun)});
  for (const char* reason : {"XML", "looks like relevance judgements, not an article",
                             "looks like a table of queries", "looks like a run"}) {
    const auto item = reader.next();
    ASSERT_TRUE(item && std::holds_alternative<SourceError>(*item)) << reason;
    EXPECT_THAT(std::get<SourceError>(*item).what, HasSubstr(reason));
  }
  EXPECT_FALSE(reader.next());
  EXPECT_EQ(reader.passed_over(), 0U);
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

}  // namespace
}  // namespace fihris::testing
