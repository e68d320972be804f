// Deleting, merging, rebuilding, and who sees it.
#include <gmock/gmock.h>

#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"
#include "store/throws_error.h"
#include "writer_support.h"

namespace fihris {
namespace {

namespace fs = std::filesystem;
using store::OpenIndex;
using testing::article;
using testing::bodies_of;
using testing::contents;
using ::testing::IsEmpty;
using testing::many;

class IndexWriterChanges : public ::testing::Test {
 protected:
  fs::path path() const { return scratch_ / "index"; }
  IndexWriter open() const {
    IndexOptions options;
    options.threads = 2;
    return IndexWriter::open(path(), options);
  }
  std::uint64_t generation() const { return store::current_generation(path()).number; }
  bool has_delta() const { return fs::exists(store::current_generation(path()).delta()); }

 private:
  testing::TemporaryDirectory scratch_;
};

TEST_F(IndexWriterChanges, DeletedArticlesAreGoneWhereverTheyLie) {
  IndexWriter writer = open();
  writer.add(many(50, "a"));
  writer.add({article("a1", "بديل"), article("b", "جديد"), article("c", "جديد")});
  const IndexReport report = writer.remove({"a0", "a1", "b", "nobody"});
  EXPECT_EQ(report.deleted, 3U);
  EXPECT_EQ(report.index_articles, 49U);
  const auto bodies = contents(path());
  EXPECT_EQ(bodies.size(), 49U);
  for (const char* id : {"a0", "a1", "b"}) EXPECT_EQ(bodies.count(id), 0U) << id;
  EXPECT_THAT(check_index(path()), IsEmpty());
}

TEST_F(IndexWriterChanges, DeletingTwiceDeletesOnce) {
  IndexWriter writer = open();
  writer.add(many(5, "a"));
  EXPECT_EQ(writer.remove({"a1", "a1"}).deleted, 1U);
  EXPECT_EQ(writer.remove({"a1"}).deleted, 0U);
}

TEST_F(IndexWriterChanges, DeletingUnknownIdsMakesNoDelta) {
  IndexWriter writer = open();
  EXPECT_EQ(writer.remove({"a"}).deleted, 0U);
  writer.add(many(5, "a"));
  EXPECT_EQ(writer.remove({"x", ""}).deleted, 0U);
  EXPECT_FALSE(has_delta());
}

TEST_F(IndexWriterChanges, ADeletedArticleCanComeBack) {
  IndexWriter writer = open();
  writer.add(many(5, "a"));
  writer.remove({"a1"});
  EXPECT_EQ(writer.add({article("a1", "عاد")}).replaced, 0U);
  EXPECT_EQ(contents(path()).at("a1"), "عاد");
}

TEST_F(IndexWriterChanges, ChangesSurviveReopening) {
  open().add(many(20, "a"));
  open().remove({"a3"});
  open().add({article("a4", "بديل")});
  open().remove({"a5"});
  const auto bodies = contents(path());
  EXPECT_EQ(bodies.size(), 18U);
  EXPECT_EQ(bodies.at("a4"), "بديل");
}

TEST_F(IndexWriterChanges, AnOpenReaderFollows) {
  IndexWriter writer = open();
  writer.add(many(10, "a"));
  OpenIndex reader = OpenIndex::open(path());
  writer.add({article("b", "جديد")});
  EXPECT_TRUE(reader.refresh());
  EXPECT_EQ(contents(reader).size(), 11U);
  writer.remove({"a1"});
  EXPECT_TRUE(reader.refresh());
  EXPECT_EQ(contents(reader).size(), 10U);
  writer.compact();
  EXPECT_EQ(contents(reader).size(), 10U) << "the old generation is kept for the reader";
  EXPECT_TRUE(reader.refresh());
  EXPECT_EQ(contents(reader).size(), 10U);
  EXPECT_FALSE(reader.refresh());
}

TEST_F(IndexWriterChanges, CompactKeepsExactlyTheLiveArticles) {
  IndexWriter writer = open();
  writer.add(many(1200, "a"));
  writer.add({article("a7", "بديل"), article("b", "جديد")});
  writer.remove({"a0", "a1199"});
  const auto before = contents(path());
  writer.compact();
  EXPECT_EQ(contents(path()), before);
  EXPECT_FALSE(has_delta());
  OpenIndex index = OpenIndex::open(path());
  EXPECT_FALSE(index.has_dead());
  EXPECT_EQ(index.database().get_doccount(), before.size());
  EXPECT_EQ(index.info().articles, before.size());
}

TEST_F(IndexWriterChanges, CompactWithNothingToDoLeavesTheGeneration) {
  IndexWriter writer = open();
  writer.add(many(10, "a"));
  const auto before = generation();
  writer.compact();
  EXPECT_EQ(generation(), before);
}

TEST_F(IndexWriterChanges, CountsOfTextFollowTheArticles) {
  IndexWriter writer = open();
  writer.add(many(30, "a"));
  writer.add({article("a1", "نص أطول بكثير من النص الأول"), article("b", "نص")});
  writer.add({article("b", "نص آخر")});
  writer.remove({"a2"});
  writer.compact();
  std::uint64_t bytes = 0;
  for (const auto& [id, body] : contents(path())) {
    bytes += article(id, body).title.size() + body.size();
  }
  EXPECT_EQ(OpenIndex::open(path()).info().text_bytes, bytes);
}

TEST_F(IndexWriterChanges, ALargeDeltaIsMerged) {
  IndexWriter writer = open();
  writer.add(many(1100, "a"));
  const auto before = generation();
  writer.add(many(900, "b"));
  writer.add(many(900, "c"));
  EXPECT_EQ(generation(), before);
  std::vector<Article> mixed = many(300, "d");
  mixed[0] = article("a5", "بديل");
  mixed[1] = article("b5", "بديل");
  writer.add(mixed);
  EXPECT_EQ(generation(), before + 1);
  EXPECT_FALSE(has_delta());
  const auto bodies = contents(path());
  EXPECT_EQ(bodies.size(), 1100U + 900U + 900U + 298U);
  EXPECT_EQ(bodies.at("a5"), "بديل");
  EXPECT_EQ(bodies.at("b5"), "بديل");
}

// A delta whose first and last documents are gone leaves holes in the numbers of the next
// generation.
TEST_F(IndexWriterChanges, HolesInTheDeltaDoNotShiftTombstones) {
  IndexWriter writer = open();
  writer.add(many(3000, "a"));
  writer.add(many(100, "b"));
  writer.remove({"b0", "b1", "b50", "b98", "b99", "a0", "a2999"});
  std::vector<Article> large = many(1001, "c");
  large[0] = article("b2", "بديل");
  large[1] = article("a1", "بديل");
  large[1000] = article("c5", "الأخير");
  writer.add(large);
  EXPECT_FALSE(has_delta());
  auto bodies = contents(path());
  EXPECT_EQ(bodies.size(), 2998U + 95U + 998U);
  EXPECT_EQ(bodies.at("b2"), "بديل");
  EXPECT_EQ(bodies.at("c5"), "الأخير");
  EXPECT_TRUE(OpenIndex::open(path()).has_dead()) << "few dead: copied, not rebuilt";
  writer.remove({"c6", "b3"});
  writer.add(many(1001, "e"));
  bodies = contents(path());
  EXPECT_EQ(bodies.size(), 2998U + 95U + 998U - 2U + 1001U);
  EXPECT_EQ(bodies.count("c6"), 0U);
  EXPECT_EQ(bodies.at("a1"), "بديل");
}

TEST_F(IndexWriterChanges, ManyDeadArticlesAreDroppedByTheNextMerge) {
  IndexWriter writer = open();
  writer.add(many(1500, "a"));
  std::vector<std::string> ids;
  for (int i = 0; i < 600; ++i) ids.push_back("a" + std::to_string(i));
  writer.remove(ids);
  writer.add(many(1001, "b"));
  OpenIndex index = OpenIndex::open(path());
  EXPECT_FALSE(index.has_dead());
  EXPECT_EQ(contents(index).size(), 900U + 1001U);
}

TEST_F(IndexWriterChanges, RebuildKeepsEveryLiveArticle) {
  IndexWriter writer = open();
  writer.add(many(700, "a"));
  writer.add({article("a7", "بديل"), article("b", "جديد")});
  writer.remove({"a0"});
  const auto before = contents(path());
  const IndexReport report = writer.rebuild();
  EXPECT_EQ(report.articles, before.size());
  EXPECT_EQ(report.index_articles, before.size());
  EXPECT_EQ(contents(path()), before);
  EXPECT_THAT(check_index(path()), IsEmpty());
}

// Makes the present generation look like the work of another version.
template <class Change>
void age(const fs::path& index_dir, Change change) {
  store::IndexDirectory directory = store::IndexDirectory::lock(index_dir);
  const store::ScratchDirectory scratch = directory.begin_generation();
  const fs::path copy = scratch.path() / "db";
  fs::copy(directory.current().db(), copy);
  Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN | Xapian::DB_NO_TERMLIST);
  IndexInfo info = store::read_info(database, copy);
  change(info);
  database.set_metadata(store::kInfoKey, store::to_json(info));
  database.close();
  directory.publish(copy, info);
}

TEST_F(IndexWriterChanges, AnotherAnalysersIndexOpensForARebuildOnly) {
  open().add(many(30, "a"));
  age(path(), [](IndexInfo& info) { info.fingerprint = "0000000000000000"; });
  EXPECT_ERROR(open(), ErrorCode::kIndexIncompatible, "analyses words");
  IndexOptions options;
  options.for_rebuild = true;
  IndexWriter writer = IndexWriter::open(path(), options);
  EXPECT_ERROR(writer.add(many(1, "b")), ErrorCode::kIndexIncompatible, "analyses words");
  EXPECT_ERROR(writer.remove({"a1"}), ErrorCode::kIndexIncompatible, "analyses words");
  EXPECT_ERROR(writer.compact(), ErrorCode::kIndexIncompatible, "analyses words");
  EXPECT_EQ(writer.rebuild().articles, 30U);
  EXPECT_EQ(contents(path()), bodies_of(many(30, "a")));
  EXPECT_EQ(writer.add(many(1, "b")).articles, 1U);
}

TEST_F(IndexWriterChanges, AnOlderFormatOpensForARebuildOnly) {
  open().add(many(30, "a"));
  age(path(), [](IndexInfo& info) { info.schema_version = 1; });
  EXPECT_ERROR(open(), ErrorCode::kIndexIncompatible, "format 1");
  EXPECT_ERROR(store::OpenIndex::open(path()), ErrorCode::kIndexIncompatible, "format 1");
  IndexOptions options;
  options.for_rebuild = true;
  IndexWriter writer = IndexWriter::open(path(), options);
  EXPECT_ERROR(writer.add(many(1, "b")), ErrorCode::kIndexIncompatible, "format 1");
  EXPECT_EQ(writer.rebuild().articles, 30U);
  EXPECT_EQ(contents(path()), bodies_of(many(30, "a")));
  EXPECT_EQ(writer.add(many(1, "b")).articles, 1U);
}

TEST_F(IndexWriterChanges, ADamagedStoredArticleStopsARebuildAndLeavesTheIndex) {
  open().add(many(30, "a"));
  {
    store::IndexDirectory directory = store::IndexDirectory::lock(path());
    const store::ScratchDirectory scratch = directory.begin_generation();
    const fs::path copy = scratch.path() / "db";
    {
      Xapian::WritableDatabase database(copy.string(), Xapian::DB_CREATE_OR_OVERWRITE);
      Xapian::Document document;
      document.add_boolean_term(id_term("bad"));
      document.add_value(slot::kArticle, "\x01nonsense");
      database.add_document(document);
      IndexInfo info;
      info.fingerprint = Analyzer(info.analyzer).fingerprint();
      info.articles = 1;
      database.set_metadata(store::kInfoKey, store::to_json(info));
      database.commit();
    }
    directory.publish(copy, IndexInfo());
  }
  const auto before = generation();
  EXPECT_ERROR(open().rebuild(), ErrorCode::kIndexDamaged, "stored article");
  EXPECT_EQ(generation(), before);
}

}  // namespace
}  // namespace fihris
