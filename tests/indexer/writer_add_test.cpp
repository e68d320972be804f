// Taking articles in: a new index, more articles, the same ids again, trouble.
#include <gmock/gmock.h>

#include "fihris/store/internal/index_directory.h"
#include "store/throws_error.h"
#include "writer_support.h"

namespace fihris {
namespace {

namespace fs = std::filesystem;
using testing::article;
using testing::bodies_of;
using testing::contents;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::many;
using ::testing::Pair;

class IndexWriterAdd : public ::testing::Test {
 protected:
  fs::path path() const { return scratch_ / "index"; }
  IndexWriter open() const {
    IndexOptions options;
    options.threads = 2;
    return IndexWriter::open(path(), options);
  }
  bool has_delta() const { return fs::exists(store::current_generation(path()).delta()); }

 private:
  testing::TemporaryDirectory scratch_;
};

TEST_F(IndexWriterAdd, AFreshIndexIsEmptyAndReadable) {
  open();
  EXPECT_THAT(contents(path()), IsEmpty());
  EXPECT_THAT(check_index(path()), IsEmpty());
}

TEST_F(IndexWriterAdd, ArticlesAreSearchableWhenItReturns) {
  const std::vector<Article> articles = many(1234, "a");
  const IndexReport report = open().add(articles);
  EXPECT_EQ(contents(path()), bodies_of(articles));
  EXPECT_EQ(report.articles, 1234U);
  EXPECT_EQ(report.replaced, 0U);
  EXPECT_EQ(report.index_articles, 1234U);
  EXPECT_EQ(report.index_bytes, index_bytes(path()));
  std::uint64_t bytes = 0;
  for (const Article& each : articles) bytes += each.title.size() + each.body.size();
  EXPECT_EQ(report.text_bytes, bytes);
  EXPECT_THAT(check_index(path()), IsEmpty());
}

TEST_F(IndexWriterAdd, ANewIndexIsBuiltInBulkHoweverSmallTheInput) {
  open().add({article("1", "نص")});
  EXPECT_FALSE(has_delta());
}

TEST_F(IndexWriterAdd, ASmallInputGoesToTheDelta) {
  IndexWriter writer = open();
  writer.add(many(100, "a"));
  const IndexReport report = writer.add({article("b", "جديد"), article("a7", "بديل")});
  EXPECT_TRUE(has_delta());
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(report.replaced, 1U);
  EXPECT_EQ(report.index_articles, 101U);
  EXPECT_EQ(contents(path()).at("a7"), "بديل");
  EXPECT_THAT(check_index(path()), IsEmpty());
}

TEST_F(IndexWriterAdd, ALargeInputGoesToANewGeneration) {
  IndexWriter writer = open();
  writer.add(many(100, "a"));
  writer.add({article("a1", "من الدلتا"), article("b", "جديد")});
  writer.add(many(1001, "c"));
  EXPECT_FALSE(has_delta());
  EXPECT_EQ(contents(path()).size(), 100U + 1U + 1001U);
  EXPECT_EQ(contents(path()).at("a1"), "من الدلتا");
}

TEST_F(IndexWriterAdd, AFewLongArticlesAreALargeInput) {
  IndexWriter writer = open();
  writer.add(many(10, "a"));
  writer.add({article("long", std::string(9'000'000, 'x')), article("b", "جديد")});
  EXPECT_FALSE(has_delta());
  EXPECT_EQ(contents(path()).size(), 12U);
}

TEST_F(IndexWriterAdd, TheLastOfEqualIdsInAnInputCounts) {
  for (const std::size_t count : {10U, 1200U}) {
    IndexWriter writer = open();
    std::vector<Article> articles = many(count, "a");
    articles[3].id = "twice";
    articles[count - 2].id = "twice";
    articles[count - 1].id = "twice";
    articles[count - 1].body = "الأخير";
    const IndexReport report = writer.add(articles);
    EXPECT_EQ(report.articles, count);
    EXPECT_GE(report.replaced, 2U);
    EXPECT_EQ(contents(path()), bodies_of(articles));
    EXPECT_EQ(report.index_articles, count - 2);
    fs::remove_all(path());
  }
}

TEST_F(IndexWriterAdd, TheSameIdReplacesWhereverTheOldOneLies) {
  IndexWriter writer = open();
  writer.add(many(1500, "a"));                                // generation
  writer.add({article("a1", "دلتا"), article("b", "دلتا")});  // delta
  EXPECT_EQ(writer.add({article("a1", "ثانية"), article("b", "ثانية")}).replaced, 2U);
  EXPECT_EQ(contents(path()).at("a1"), "ثانية");
  std::vector<Article> again = many(1100, "z");
  again[0] = article("a1", "ثالثة");
  again[1] = article("b", "ثالثة");
  again[2] = article("a2", "ثالثة");
  const IndexReport report = writer.add(again);
  EXPECT_EQ(report.replaced, 3U);
  EXPECT_EQ(report.index_articles, 1501U + 1097U);
  const auto bodies = contents(path());
  EXPECT_EQ(bodies.size(), 1501U + 1097U);
  for (const char* id : {"a1", "b", "a2"}) EXPECT_EQ(bodies.at(id), "ثالثة");
}

TEST_F(IndexWriterAdd, TheWholeInputAgainLeavesNoDeadArticles) {
  const std::vector<Article> articles = many(1200, "a");
  IndexWriter writer = open();
  writer.add(articles);
  const IndexReport report = writer.add(articles);
  EXPECT_EQ(report.replaced, 1200U);
  EXPECT_EQ(contents(path()), bodies_of(articles));
  EXPECT_FALSE(store::OpenIndex::open(path()).has_dead());
}

TEST_F(IndexWriterAdd, RefusedArticlesDoNotStopTheOthers) {
  for (const std::size_t count : {20U, 1300U}) {
    IndexWriter writer = open();
    std::vector<Article> articles = many(count, "a");
    articles[5].id.clear();
    articles[5].path = "broken.json";
    writer.add({article("first", "نص")});
    const IndexReport report = writer.add(articles);
    EXPECT_EQ(report.rejected_count, 1U);
    ASSERT_EQ(report.rejected.size(), 1U);
    EXPECT_EQ(report.rejected[0].file, "broken.json");
    EXPECT_EQ(report.articles, count - 1);
    EXPECT_EQ(report.index_articles, count);
    fs::remove_all(path());
  }
}

TEST_F(IndexWriterAdd, AnInputWithoutArticlesChangesNothing) {
  IndexWriter writer = open();
  EXPECT_EQ(writer.add(std::vector<Article>()).articles, 0U);
  EXPECT_EQ(writer.add(std::vector<Article>(3)).rejected_count, 3U);
  writer.add({article("1", "نص")});
  const auto before = store::current_generation(path()).number;
  writer.add(std::vector<Article>());
  writer.add(std::vector<Article>(3));
  writer.add(std::vector<Article>(1500));
  EXPECT_EQ(store::current_generation(path()).number, before);
  EXPECT_FALSE(has_delta());
  EXPECT_THAT(contents(path()), ElementsAre(Pair("1", "نص")));
}

TEST_F(IndexWriterAdd, TakesAnArticleOfFiftyMegabytes) {
  std::string body;
  while (body.size() < 50'000'000) body += "أعلن الوزير اليوم عن خطة جديدة.\n";
  IndexWriter writer = open();
  writer.add({article("small", "نص"), article("huge", body)});
  EXPECT_EQ(contents(path()).at("huge"), body);
  EXPECT_THAT(check_index(path()), IsEmpty());
}

TEST_F(IndexWriterAdd, ReadsWhatASourceReaderGives) {
  testing::TemporaryDirectory files;
  testing::write_file(
      files / "news.jsonl",
      "{\"id\":\"1\",\"body\":\"وصل الوزير\"}\n{broken\n{\"id\":\"2\",\"body\":\"غادر\"}\n");
  SourceReader reader({(files / "news.jsonl").string()});
  const IndexReport report = open().add(reader);
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(report.rejected_count, 1U);
  EXPECT_THAT(contents(path()), ElementsAre(Pair("1", "وصل الوزير"), Pair("2", "غادر")));
}

TEST_F(IndexWriterAdd, ASecondWriterIsTurnedAway) {
  const IndexWriter first = open();
  EXPECT_ERROR(open(), ErrorCode::kIndexLocked, "another process");
}

TEST_F(IndexWriterAdd, AnExistingIndexKeepsItsAnalyser) {
  IndexOptions french;
  french.analyzer.latin_language = "french";
  IndexWriter::open(path(), french).add({article("1", "nationales")});
  open().add({article("2", "nationales")});
  EXPECT_EQ(store::OpenIndex::open(path()).info().analyzer.latin_language, "french");
  store::OpenIndex index = store::OpenIndex::open(path());
  Analyzer analyzer(AnalyzerConfig{"french"});
  std::vector<Token> tokens;
  analyzer.analyze("nationales", tokens);
  EXPECT_EQ(index.database().get_termfreq(std::string(tokens[0].lemma)), 2U);
}

TEST_F(IndexWriterAdd, ADirectoryOfOtherFilesIsLeftAlone) {
  fs::create_directories(path());
  testing::write_file(path() / "notes.txt", "mine");
  EXPECT_ERROR(open(), ErrorCode::kUsage, "other files");
  EXPECT_EQ(std::distance(fs::directory_iterator(path()), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace fihris
