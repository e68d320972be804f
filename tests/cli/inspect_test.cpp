// fihris inspect: a whole index and single articles, laid open.
#include <gmock/gmock.h>

#include "command_line.h"

namespace fihris::testing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

namespace fs = std::filesystem;
using nlohmann::json;

class CommandLineInspect : public CommandLine {
 protected:
  void SetUp() override { index_sample(); }

  json inspect(std::vector<std::string> more = {}, int exit_code = 0) const {
    more.insert(more.begin(), {"inspect", "--json", "--db", db()});
    const ProcessResult result = fihris(more);
    EXPECT_EQ(result.exit_code, exit_code) << result.err;
    return json::parse(result.out);
  }
  // The last generation's folder.
  fs::path generation() const {
    return fs::path(db()) / inspect().at("pointer").get<std::string>();
  }
};

// The member of the list whose `key` is `value`.
json row(const json& list, const char* key, const json& value) {
  for (const json& each : list) {
    if (each.at(key) == value) return each;
  }
  ADD_FAILURE() << "no " << key << " " << value << " in " << list;
  return {};
}

TEST_F(CommandLineInspect, ShowsWhatAnIndexHolds) {
  const json index = inspect();
  EXPECT_THAT(index.at("generations"), Contains(index.at("currentGeneration")));
  EXPECT_THAT(index.at("unreadable"), IsEmpty());
  const json& database = index.at(index.contains("delta") ? "delta" : "generation");
  EXPECT_EQ(database.at("documents"), 3);
  EXPECT_EQ(database.at("metadata").at("fingerprint"), index.at("fingerprintOfThisProgram"));
  EXPECT_EQ(row(database.at("terms"), "meaning", "id").at("terms"), 3);
  EXPECT_EQ(row(database.at("terms"), "prefix", "XL").at("postings"), 3);
  EXPECT_EQ(row(database.at("slots"), "meaning", "token column").at("documents"), 3);
}

TEST_F(CommandLineInspect, TextHasTheSameParts) {
  const ProcessResult result = fihris({"inspect", "--db", db()});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  for (const char* part : {"pointer", "gen-", "files", "generation\n", "columns", "names",
                           "phrases", "token column", "lemma in the title"}) {
    EXPECT_THAT(result.out, HasSubstr(part));
  }
}

TEST_F(CommandLineInspect, ShowsSideFilesOfAGeneration) {
  ASSERT_EQ(fihris({"compact", "--db", db()}).exit_code, 0);
  const json index = inspect();
  EXPECT_EQ(index.at("generation").at("documents"), 3);
  EXPECT_EQ(index.at("columns").at("rows"), 4) << "documents are numbered from 1";
  EXPECT_EQ(index.at("columns").at("dated"), 0);
  EXPECT_GT(index.at("names").at("entries"), 0);
  EXPECT_TRUE(index.at("phrases").is_object());
  EXPECT_FALSE(index.contains("delta"));
}

TEST_F(CommandLineInspect, ShowsDeltaAndTombstones) {
  ASSERT_EQ(fihris({"compact", "--db", db()}).exit_code, 0);
  index_lines(article_line("new", "قطار جديد", "وصل القطار."));
  ASSERT_EQ(fihris({"delete", "--db", db(), "port"}).exit_code, 0);
  const json index = inspect();
  EXPECT_EQ(index.at("generation").at("documents"), 3);
  EXPECT_EQ(index.at("delta").at("documents"), 1);
  EXPECT_EQ(index.at("generation").at("tombstones"), 1);
  EXPECT_EQ(inspect({"new"}).at("part"), "delta");
  EXPECT_EQ(inspect({"new"}).at("documentUntilTheNextCommit"), 2);
  EXPECT_EQ(inspect({"library"}).at("part"), "generation");
  EXPECT_COMPLAINT(fihris({"inspect", "--db", db(), "port"}), 1);
}

TEST_F(CommandLineInspect, ShowsAnArticleWithTermsSlotsAndTokens) {
  const json article = inspect({"library"});
  EXPECT_EQ(article.at("stored").at("title"), "مكتبات المدينة تفتح أبوابها");
  EXPECT_EQ(article.at("disagreeingTokens"), 0);
  const json lemma = row(article.at("terms").at("lemma"), "term", "مكتبه");
  EXPECT_EQ(lemma.at("occurrences"), 4) << "3 for the title, 1 for the body";
  EXPECT_EQ(lemma.at("articles"), 1);
  EXPECT_EQ(row(article.at("terms").at("Q: id"), "term", "library").at("wdf"), 0);
  EXPECT_GT(row(article.at("slots"), "meaning", "stored article").at("bytes"), 0);
  const json& first = article.at("tokens").at(0);
  EXPECT_EQ(first.at("word"), "مكتبات");
  EXPECT_EQ(first.at("lemma"), "مكتبه");
  EXPECT_EQ(first.at("title"), true);
  EXPECT_EQ(first.at("sentenceStart"), true);
  EXPECT_EQ(article.at("tokens").at(4).at("title"), false);
}

TEST_F(CommandLineInspect, DecodesDatesAndTags) {
  index_lines(
      R"({"id":"d","title":"عنوان","date":"2025-12-23T18:05:00+03:00","tags":["نفط","غاز"]})"
      "\n");
  const json article = inspect({"d"});
  EXPECT_EQ(row(article.at("slots"), "meaning", "date").at("value"), "2025-12-23 15:05:00 UTC");
  EXPECT_EQ(row(article.at("slots"), "meaning", "tag").at("value"), "نفط | غاز");
  EXPECT_EQ(article.at("terms").at("D: day").at(0).at("term"), "20251223");
}

TEST_F(CommandLineInspect, ListsTermsByTheirBeginning) {
  const ProcessResult result = fihris({"inspect", "--db", db(), "--terms", "Q"});
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(result.out, "Qlibrary\t1\nQminister\t1\nQport\t1\n");
  EXPECT_EQ(inspect({"--terms", "مكتب"}).at(0).at("articles"), 1);
  EXPECT_EQ(fihris({"inspect", "--db", db(), "--terms", "XNO"}).exit_code, 1);
}

TEST_F(CommandLineInspect, UnknownIdIsNothingFoundAndAMissingIndexAnIndexError) {
  EXPECT_COMPLAINT(fihris({"inspect", "--db", db(), "nobody"}), 1);
  EXPECT_COMPLAINT(fihris({"inspect", "--db", path("none")}), 3);
  EXPECT_COMPLAINT(fihris({"inspect", "--db", path("none"), "library"}), 3);
}

TEST_F(CommandLineInspect, NamesDamagedSideFilesAndShowsTheRest) {
  ASSERT_EQ(fihris({"compact", "--db", db()}).exit_code, 0);
  const fs::path database = generation() / "db";
  fs::resize_file(database / "columns", 10);
  fs::remove(database / "names");
  const json index = inspect({}, 3);
  EXPECT_EQ(index.at("generation").at("documents"), 3);
  EXPECT_TRUE(index.at("names").is_null());
  ASSERT_EQ(index.at("unreadable").size(), 2U) << index.at("unreadable");
  EXPECT_THAT(index.at("unreadable")[0].at("file").get<std::string>(), HasSubstr("columns"));
  EXPECT_THAT(index.at("unreadable")[1].at("file").get<std::string>(), HasSubstr("names"));
  EXPECT_EQ(inspect({"library"}).at("disagreeingTokens"), 0) << "needs no side file";
}

TEST_F(CommandLineInspect, ReadsTheNewestGenerationBehindADamagedPointer) {
  ASSERT_EQ(fihris({"compact", "--db", db()}).exit_code, 0);
  write("index/CURRENT", "nonsense\n");
  const json index = inspect({}, 3);
  EXPECT_EQ(index.at("pointer"), "nonsense");
  EXPECT_EQ(index.at("generation").at("documents"), 3);
  ASSERT_EQ(index.at("unreadable").size(), 1U);
  EXPECT_THAT(index.at("unreadable")[0].at("file").get<std::string>(), HasSubstr("CURRENT"));
}

TEST_F(CommandLineInspect, NamesADatabaseThatCannotBeOpened) {
  ASSERT_EQ(fihris({"compact", "--db", db()}).exit_code, 0);
  fs::resize_file(generation() / "db/iamglass", 0);
  const json index = inspect({}, 3);
  EXPECT_THAT(index.at("unreadable"), Not(IsEmpty()));
  EXPECT_GT(index.at("names").at("entries"), 0) << "the other files are shown";
  EXPECT_COMPLAINT(fihris({"inspect", "--db", db(), "library"}), 3);
  EXPECT_COMPLAINT(fihris({"inspect", "--db", db(), "--terms", "Q"}), 3);
}

TEST_F(CommandLineInspect, ChangesNothing) {
  const json before = inspect().at("files");
  inspect({"library"});
  EXPECT_EQ(inspect().at("files"), before);
  EXPECT_EQ(fihris({"check", "--db", db()}).exit_code, 0);
}

}  // namespace
}  // namespace fihris::testing
