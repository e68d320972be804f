// fihris index: what is taken in, what is rejected, what it says.
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>

#include "command_line.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

namespace fs = std::filesystem;

class CommandLineIndex : public CommandLine {
 protected:
  ProcessResult index(const std::vector<std::string>& paths,
                      const ProcessOptions& options = {}) const {
    std::vector<std::string> arguments{"index", "--db", db()};
    arguments.insert(arguments.end(), paths.begin(), paths.end());
    return fihris(arguments, options);
  }
};

TEST_F(CommandLineIndex, ReportsWhatItTookIn) {
  const ProcessResult result = index({"-"}, {.input = sample_lines()});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.err, "");
  EXPECT_THAT(result.out,
              StartsWith("3 articles in, 0 of them replaced an older one, 0 rejected; "));
  EXPECT_THAT(result.out, HasSubstr("\nthe index holds 3 articles in "));
}

TEST_F(CommandLineIndex, FindsFormatsByContentNotByName) {
  write("in/a.txt", article_line("json", "عنوان", "نص أول عن السفينة"));
  write("in/b.text",
        "<!DOCTYPE html><html><head><title>عنوان</title></head><body><p>نص ثان عن السفينة"
        " التي رست أمس في الميناء بعد رحلة طويلة</p></body></html>");
  write("in/sub folder/c.html", "عنوان الملف\nنص ثالث عن السفينة");
  const ProcessResult result = index({path("in")});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(search_ids({"السفينة"}).size(), 3U);
}

// «بسم الله الرحمن» in windows-1256, and «المكتبة» encoded twice.
TEST_F(CommandLineIndex, TellsWhatWasNotPlainUtf8) {
  write("in/a.txt", "\xC8\xD3\xE3 \xC7\xE1\xE1\xE5 \xC7\xE1\xD1\xCD\xE3\xE4");
  write("in/b.txt", "Ø§Ù„Ù…ÙƒØªØ¨Ø©");
  const ProcessResult result = index({path("in")});
  EXPECT_THAT(result.out, HasSubstr("\n1 article read as windows-1256, 1 repaired from double "
                                    "encoding\nthe index holds"));
  EXPECT_EQ(search_ids({"مكتبات"}).size(), 1U);
}

TEST_F(CommandLineIndex, TakesAnEncodingThatItKnows) {
  write("in/a.txt", "\xC8\xD3\xE5");
  const ProcessResult result = index({path("in"), "--encoding", "ISO-8859-6"});
  EXPECT_THAT(result.out, HasSubstr("1 article read as ISO-8859-6"));
  EXPECT_EQ(index({path("in"), "--encoding", "no-such"}).exit_code, 2);
}

TEST_F(CommandLineIndex, SameIdAgainReplaces) {
  index_sample();
  const ProcessResult result =
      index({"-"}, {.input = article_line("port", "قطار", "وصل القطار متأخرا")});
  EXPECT_THAT(result.out, StartsWith("1 article in, 1 of them replaced"));
  EXPECT_THAT(search_ids({"سفينة"}), IsEmpty());
  EXPECT_THAT(search_ids({"قطار"}), ElementsAre("port"));
}

TEST_F(CommandLineIndex, LastOfDuplicateIdsInOneInputWins) {
  index_lines(article_line("1", "", "حصان أبيض") + article_line("2", "", "جمل") +
              article_line("1", "", "فيل رمادي"));
  EXPECT_THAT(search_ids({"حصان"}), IsEmpty());
  EXPECT_THAT(search_ids({"فيل"}), ElementsAre("1"));
}

TEST_F(CommandLineIndex, BadLinesAreNamedAndTheOthersTakenIn) {
  const std::string file =
      write("news.jsonl", article_line("1", "أول", "حصان") + "{\"id\": \"2\", \"title\":\n" +
                              "{\"id\": \"3\", \"section\": \"رياضة\"}\n" + "[1, 2]\n" +
                              article_line("5", "خامس", "حصان"));
  const ProcessResult result = index({file});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out,
              StartsWith("2 articles in, 0 of them replaced an older one, 3 rejected; "));
  const auto complaints = lines_of(result.err);
  ASSERT_EQ(complaints.size(), 3U) << result.err;
  for (int line = 2; line <= 4; ++line) {
    EXPECT_THAT(complaints[static_cast<std::size_t>(line - 2)],
                StartsWith("fihris: " + file + ":" + std::to_string(line) + ": "));
  }
  EXPECT_THAT(search_ids({"حصان"}), UnorderedElementsAre("1", "5"));
}

TEST_F(CommandLineIndex, NamesTwentyBadLinesAndCountsTheRest) {
  std::string lines = article_line("1", "أول", "حصان");
  for (int i = 0; i < 25; ++i) lines += "{\"id\": \"" + std::to_string(i) + "\"}\n";
  const auto complaints = lines_of(index({"-"}, {.input = lines}).err);
  ASSERT_EQ(complaints.size(), 21U);
  EXPECT_EQ(complaints.back(), "fihris: … and 5 more.");
}

TEST_F(CommandLineIndex, NamesTheFirstDatesItCannotReadAndCountsAll) {
  std::string lines = "{\"title\":\"بلا تاريخ\"}\n{\"title\":\"سليم\",\"date\":\"2025-12-23\"}\n";
  for (int i = 0; i < 7; ++i) lines += "{\"title\":\"ناقص\",\"date\":\"غدا\"}\n";
  const ProcessResult result = fihris({"index", "--db", db(), write("dates.jsonl", lines)});
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("\n7 articles without a usable date, 1 without any date\n"));
  EXPECT_THAT(result.err,
              AllOf(HasSubstr("dates.jsonl:3: "), HasSubstr("غدا"), HasSubstr("dates.jsonl:7: "),
                    Not(HasSubstr("dates.jsonl:8: ")), HasSubstr("… and 2 more.")));
}

TEST_F(CommandLineIndex, CountsFilesOfAFolderThatAreNoArticles) {
  write("news/story.txt", "وصل القطار متأخرا إلى المحطة.");
  const std::string judgements = write("news/qrels.txt", "c01 0 pol-001 2\n");
  const ProcessResult folder = index({path("news")});
  EXPECT_EQ(folder.err, "");
  EXPECT_THAT(folder.out, StartsWith("1 article in, 0 of them replaced an older one, 0 rejected, 1 "
                                     "file passed over: 1 .txt; "));
  const ProcessResult named = index({path("news"), judgements});
  EXPECT_THAT(named.err, HasSubstr(judgements + ": looks like relevance judgements"));
  EXPECT_THAT(named.out, HasSubstr(" 1 rejected, 1 file passed over: 1 .txt; "));
}

TEST_F(CommandLineIndex, NothingTakenInIsAnInputError) {
  fs::create_directories(folder() / "empty folder");
  write("empty.jsonl", "");
  for (const std::string name : {"empty folder", "empty.jsonl", "not there"}) {
    SCOPED_TRACE(name);
    const ProcessResult result = index({path(name)});
    EXPECT_EQ(result.exit_code, 4);
    EXPECT_THAT(result.err, HasSubstr(path(name)));
    EXPECT_THAT(result.err, HasSubstr("no article was taken in"));
  }
}

TEST_F(CommandLineIndex, UnreadableFileIsNamed) {
  const std::string file = write("secret.txt", "نص");
  fs::permissions(file, fs::perms::none);
  if (std::ifstream(file).good()) GTEST_SKIP() << "this user (root?) may read every file";
  const ProcessResult result = index({file});
  EXPECT_EQ(result.exit_code, 4);
  EXPECT_THAT(result.err, HasSubstr(file));
}

TEST_F(CommandLineIndex, InvalidUtf8IsRepairedNotLost) {
  index_lines("{\"id\":\"1\",\"title\":\"عنوان\",\"body\":\"حصان \xD9 أبيض\xFF\"}\n");
  EXPECT_THAT(search_ids({"حصان", "أبيض"}), ElementsAre("1"));
  const ProcessResult get = fihris({"get", "--db", db(), "1"});
  EXPECT_TRUE(nlohmann::json::accept(get.out)) << get.out;
}

TEST_F(CommandLineIndex, WordBeyondXapiansTermLimitIsFound) {
  std::string word;
  for (int i = 0; i < 200; ++i) word += "س";  // 400 bytes
  index_lines(article_line("long", "", "كلمة " + word + " طويلة") +
              article_line("short", "", "كلمة سس"));
  EXPECT_THAT(search_ids({word}), ElementsAre("long"));
  word += "س";
  EXPECT_THAT(search_ids({word}), IsEmpty());
}

TEST_F(CommandLineIndex, LineOfFiftyMegabytesDoesNotStopTheRun) {
  std::string body;
  body.reserve(52'000'000);
  while (body.size() < 50'000'000) body += "سفينة ";
  const std::string file =
      write("huge.jsonl", article_line("huge", "كبيرة", body) + article_line("small", "", "حصان"));
  const ProcessResult result = index({file});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(search_ids({"حصان"}), ElementsAre("small"));
}

TEST_F(CommandLineIndex, PathThatLooksLikeAListIsAPath) {
  const std::string file = write("[1]", "عنوان\nحصان أبيض");
  EXPECT_EQ(
      fihris({"index", "--db", db(), "[1]"}, {.working_directory = folder().string()}).exit_code,
      0);
}

}  // namespace
}  // namespace fihris::testing
