#include "fihris/store/inspect.h"

#include <gmock/gmock.h>

#include "fihris/store/token_column.h"
#include "scratch_directory.h"
#include "throws_error.h"
#include "tiny_index.h"

namespace fihris::store {
namespace {

namespace fs = std::filesystem;
using ::fihris::testing::publish;
using ::fihris::testing::publish_beside;
using ::fihris::testing::TemporaryDirectory;
using ::fihris::testing::write_database;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The database of that name.
const InspectedDatabase& part(const IndexInspection& index, std::string_view name) {
  for (const InspectedDatabase& database : index.databases) {
    if (database.name == name) return database;
  }
  throw std::out_of_range(std::string(name));
}

TEST(Inspect, CountsDocumentsTermsAndTheDeadOfBothParts) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b", "c", "d"}, {4});
  write_database(directory.current().delta(), {"c", "e"}, {1, 3});
  const IndexInspection index = inspect_index(scratch.path());
  EXPECT_EQ(index.pointer, "gen-1");
  EXPECT_EQ(part(index, "generation").documents, 4U);
  EXPECT_THAT(part(index, "generation").dead, ElementsAre(1U, 3U, 4U)) << "whoever says so";
  EXPECT_EQ(part(index, "delta").documents, 2U);
  EXPECT_TRUE(part(index, "delta").dead.empty());
  const auto& prefixes = part(index, "generation").prefixes;
  ASSERT_THAT(prefixes, SizeIs(1U));
  EXPECT_EQ(prefixes[0].prefix, "Q");
  EXPECT_EQ(prefixes[0].terms, 4U);
  EXPECT_EQ(prefixes[0].postings, 4U);
}

TEST(Inspect, ShowsSeveralParts) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b"});
  publish_beside(directory, {"b", "c"}, {{1, {2}}});
  write_database(directory.current().delta(), {"c"}, {2});
  const IndexInspection index = inspect_index(scratch.path());
  EXPECT_EQ(index.pointer, "gen-1 gen-2");
  EXPECT_EQ(index.generation, 2U);
  EXPECT_THAT(part(index, "generation").dead, ElementsAre(2U));
  EXPECT_THAT(part(index, "gen-2").dead, ElementsAre(2U));
  EXPECT_THAT(index.side_files, SizeIs(2U));
  EXPECT_EQ(inspect_article(scratch.path(), "b")->part, "gen-2");
  EXPECT_EQ(inspect_article(scratch.path(), "c")->part, "delta");
  EXPECT_EQ(inspect_article(scratch.path(), "c")->document_of_index, 3U);
}

TEST(Inspect, NamesTheSideFilesThatAreMissing) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  const IndexInspection index = inspect_index(scratch.path());
  std::vector<std::string> names;
  for (const Damage& damage : index.unreadable) names.push_back(damage.file.filename().string());
  EXPECT_THAT(names, ElementsAre("columns", "names", "phrases"));
}

TEST(Inspect, FindsTheLiveCopyOfAnArticle) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "b", "c"});
  write_database(directory.current().delta(), {"c"}, {1, 3});
  EXPECT_FALSE(inspect_article(scratch.path(), "a")) << "deleted";
  EXPECT_FALSE(inspect_article(scratch.path(), "nobody"));
  const auto b = inspect_article(scratch.path(), "b");
  ASSERT_TRUE(b);
  EXPECT_EQ(b->part, "generation");
  EXPECT_EQ(b->document, 2U);
  EXPECT_EQ(b->document_of_index, 3U) << "the generation has the odd numbers";
  const auto c = inspect_article(scratch.path(), "c");
  ASSERT_TRUE(c);
  EXPECT_EQ(c->part, "delta");
  EXPECT_EQ(c->document_of_index, 2U);
  ASSERT_THAT(c->terms, SizeIs(1U));
  EXPECT_EQ(c->terms[0].terms[0].term, "c");
  EXPECT_EQ(c->terms[0].terms[0].articles, 2U) << "the dead copy has the term, too";
}

// Publishes one article whose column is that of `column_text`.
void publish_with_column(IndexDirectory& directory, const std::string& body,
                         const std::string& column_text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(column_text, tokens);
  TokenColumnBuilder column;
  column.end_title();
  column.add(tokens);
  Article article;
  article.id = "a";
  article.body = body;
  Xapian::Document document;
  document.add_boolean_term(id_term("a"));
  document.add_value(slot::kColumn, column.encode());
  document.add_value(slot::kArticle, DocumentCodec().encode(article));
  const ScratchDirectory scratch = directory.begin_generation();
  Xapian::WritableDatabase database((scratch.path() / "db").string(), Xapian::DB_CREATE);
  database.add_document(document);
  database.set_metadata(kInfoKey, to_json(testing::tiny_info(1)));
  database.close();
  directory.publish(scratch.path() / "db", testing::tiny_info(1));
}

std::vector<bool> agreement(const fs::path& index) {
  std::vector<bool> agrees;
  const auto article = inspect_article(index, "a");
  for (const InspectedToken& token : article.value().tokens) agrees.push_back(token.agrees);
  return agrees;
}

TEST(Inspect, SaysWhereColumnAndTextDisagree) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish_with_column(directory, "وصل القطار السريع", "وصل القطار السريع");
  EXPECT_THAT(agreement(scratch.path()), ElementsAre(true, true, true));
  publish_with_column(directory, "وصل القطار السريع", "وصل الوزير السريع");
  EXPECT_THAT(agreement(scratch.path()), ElementsAre(true, false, true));
  publish_with_column(directory, "وصل القطار", "وصل القطار السريع");
  EXPECT_THAT(agreement(scratch.path()), ElementsAre(true, true, false));
  publish_with_column(directory, "وصل القطار السريع", "وصل");
  EXPECT_THAT(agreement(scratch.path()), ElementsAre(true, false, false));
}

TEST(Inspect, ReadsAnIndexOfAnotherAnalyser) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  {
    const ScratchDirectory build = directory.begin_generation();
    Xapian::WritableDatabase database((build.path() / "db").string(), Xapian::DB_CREATE);
    IndexInfo info = testing::tiny_info(0);
    info.fingerprint = "of another time";
    database.set_metadata(kInfoKey, to_json(info));
    database.close();
    directory.publish(build.path() / "db", info);
  }
  const IndexInspection index = inspect_index(scratch.path());
  EXPECT_EQ(part(index, "generation").info.value().fingerprint, "of another time");
  EXPECT_NE(index.fingerprint_here, "of another time");
}

TEST(Inspect, ListsTermsOfBothPartsByTheirBeginning) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a", "ab"});
  write_database(directory.current().delta(), {"ab", "b"}, {2});
  std::vector<std::pair<std::string, std::uint64_t>> terms;
  for (const CountedTerm& term : inspect_terms(scratch.path(), "Qa")) {
    terms.emplace_back(term.term, term.articles);
  }
  EXPECT_THAT(terms, ElementsAre(std::pair("Qa", 1U), std::pair("Qab", 2U)));
  EXPECT_THAT(inspect_terms(scratch.path(), "XS"), IsEmpty());
}

TEST(Inspect, WithoutAnIndexItThrows) {
  const TemporaryDirectory scratch;
  EXPECT_ERROR(inspect_index(scratch / "none"), ErrorCode::kIndexMissing, "none");
  EXPECT_ERROR(inspect_article(scratch / "none", "a"), ErrorCode::kIndexMissing, "none");
}

TEST(Inspect, WhatMayBeInAnUnreadablePartIsNotCalledMissing) {
  const TemporaryDirectory scratch;
  IndexDirectory directory = IndexDirectory::lock(scratch.path());
  publish(directory, {"a"});
  write_database(directory.current().delta(), {"b"}, {});
  fs::resize_file(directory.current().db() / "iamglass", 0);
  EXPECT_ERROR(inspect_article(scratch.path(), "a"), ErrorCode::kIndexDamaged, "db");
  EXPECT_THAT(inspect_index(scratch.path()).databases, SizeIs(1U)) << "the delta is shown";
}

}  // namespace
}  // namespace fihris::store
