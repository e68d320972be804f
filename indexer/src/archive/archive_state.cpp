#include "archive/archive_state.h"

#include <sqlite3.h>

#include <utility>

#include "fihris/store/internal/sql_statement.h"

namespace fihris::indexer::archive {
namespace {

using store::Statement;

// Beside the generations of the index.
constexpr const char* kFile = "sources.db";

constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS sources(
  number INTEGER PRIMARY KEY, directory TEXT NOT NULL UNIQUE, prefix TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS files(
  number INTEGER PRIMARY KEY, source INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
  modified INTEGER NOT NULL, hash INTEGER, passed_over TEXT NOT NULL DEFAULT '',
  UNIQUE(source, path));
CREATE TABLE IF NOT EXISTS articles(
  id TEXT PRIMARY KEY, file INTEGER NOT NULL, hash INTEGER NOT NULL, run INTEGER NOT NULL)
  WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_of_files ON articles(file);
CREATE TABLE IF NOT EXISTS troubles(
  file INTEGER NOT NULL, line INTEGER NOT NULL, id TEXT NOT NULL, what TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS troubles_of_files ON troubles(file);
CREATE INDEX IF NOT EXISTS troubles_by_id ON troubles(id) WHERE id <> '';
)";

class Handle {
 public:
  explicit Handle(const std::string& file) {
    if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) store::fail_sql(handle_, "opening");
    execute("PRAGMA cache_size=-32000");
    execute(kTables);
  }
  ~Handle() { sqlite3_close_v2(handle_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  void execute(const char* sql) const {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      store::fail_sql(handle_, "writing");
  }
  sqlite3* get() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

}  // namespace

struct ArchiveState::Connection {
  explicit Connection(const std::string& file) : handle(file) {}
  Statement statement(const char* sql) const { return {handle.get(), sql}; }

  Handle handle;
  Statement find_file = statement(
      "SELECT number, size, modified, hash, passed_over FROM files WHERE source=? AND path=?");
  Statement add_file =
      statement("INSERT INTO files(source, path, size, modified) VALUES(?, ?, -1, -1)");
  Statement update_file =
      statement("UPDATE files SET size=?, modified=?, hash=?, passed_over=? WHERE number=?");
  Statement find_article = statement("SELECT file, hash, run FROM articles WHERE id=?");
  Statement put_article = statement("INSERT OR REPLACE INTO articles VALUES(?, ?, ?, ?)");
  Statement forget_article = statement("DELETE FROM articles WHERE id=?");
  Statement articles_of = statement("SELECT id FROM articles WHERE file=? AND run<>? ORDER BY id");
  Statement count_articles = statement("SELECT count(*) FROM articles WHERE file=?");
  Statement add_trouble = statement("INSERT INTO troubles VALUES(?, ?, ?, ?)");
  Statement clear_troubles = statement("DELETE FROM troubles WHERE file=?");
  Statement troubles_of =
      statement("SELECT line, what FROM troubles WHERE file=? ORDER BY line LIMIT 1000");
  Statement wanting = statement("SELECT DISTINCT file FROM troubles WHERE id=? AND id <> ''");
};

ArchiveState::ArchiveState(const std::filesystem::path& index_dir, bool dry_run) {
  const std::filesystem::path file = index_dir / kFile;
  std::error_code ignored;
  is_new_ = !std::filesystem::exists(file, ignored);
  connection_ =
      std::make_unique<Connection>(is_new_ && dry_run ? std::string(":memory:") : file.string());
  Statement last = connection_->statement("PRAGMA user_version");
  last.next();
  run_ = last.number(0) + 1;
}

ArchiveState::~ArchiveState() = default;

void ArchiveState::begin() { connection_->handle.execute("BEGIN IMMEDIATE"); }
void ArchiveState::note_run() {
  connection_->handle.execute(("PRAGMA user_version=" + std::to_string(run_)).c_str());
}
void ArchiveState::commit() { connection_->handle.execute("COMMIT"); }

std::vector<SourceRow> ArchiveState::sources() {
  std::vector<SourceRow> rows;
  Statement all =
      connection_->statement("SELECT number, directory, prefix FROM sources ORDER BY number");
  while (all.next()) rows.push_back({all.number(0), all.text(1), all.text(2)});
  return rows;
}

SourceRow ArchiveState::add_source(const std::string& directory, const std::string& prefix) {
  connection_->statement("INSERT INTO sources(directory, prefix) VALUES(?, ?)")
      .bind(directory)
      .bind(prefix)
      .run();
  return {sqlite3_last_insert_rowid(connection_->handle.get()), directory, prefix};
}

void ArchiveState::move_source(std::int64_t number, const std::string& directory) {
  connection_->statement("UPDATE sources SET directory=? WHERE number=?")
      .bind(directory)
      .bind(number)
      .run();
}

std::optional<FileRow> ArchiveState::find_file(std::int64_t source, std::string_view path) {
  Statement& row = connection_->find_file.again().bind(source).bind(path);
  if (!row.next()) return std::nullopt;
  FileRow file{row.number(0), row.number(1), row.number(2), std::nullopt, row.text(4)};
  if (!row.is_null(3)) file.hash = row.number(3);
  return file;
}

std::int64_t ArchiveState::add_file(std::int64_t source, std::string_view path) {
  connection_->add_file.again().bind(source).bind(path).run();
  return sqlite3_last_insert_rowid(connection_->handle.get());
}

void ArchiveState::update_file(const FileRow& row) {
  connection_->update_file.again()
      .bind(row.size)
      .bind(row.modified)
      .bind(row.hash)
      .bind(row.passed_over)
      .bind(row.number)
      .run();
}

void ArchiveState::forget_file(std::int64_t number) {
  clear_troubles(number);
  connection_->statement("DELETE FROM articles WHERE file=?").bind(number).run();
  connection_->statement("DELETE FROM files WHERE number=?").bind(number).run();
}

void ArchiveState::each_file(std::int64_t source, std::string_view begin,
                             const std::function<void(std::int64_t, std::string_view)>& visit) {
  // U+10FFFF, behind which no path comes.
  const std::string end = std::string(begin) + "\xF4\x8F\xBF\xBF";
  Statement rows = connection_->statement(
      "SELECT number, path FROM files WHERE source=? AND path>=? AND path<? ORDER BY path");
  rows.bind(source).bind(begin).bind(end);
  while (rows.next()) visit(rows.number(0), rows.text(1));
}

std::string ArchiveState::path_of(std::int64_t file) {
  Statement row = connection_->statement(
      "SELECT directory || '/' || path FROM files JOIN sources ON source = sources.number "
      "WHERE files.number=?");
  return row.bind(file).next() ? row.text(0) : std::string();
}

std::optional<ArticleRow> ArchiveState::find_article(std::string_view id) {
  Statement& row = connection_->find_article.again().bind(id);
  if (!row.next()) return std::nullopt;
  return ArticleRow{row.number(0), row.number(1), row.number(2)};
}

void ArchiveState::put_article(std::string_view id, const ArticleRow& row) {
  connection_->put_article.again().bind(id).bind(row.file).bind(row.hash).bind(row.run).run();
}

void ArchiveState::forget_article(std::string_view id) {
  connection_->forget_article.again().bind(id).run();
}

std::vector<std::string> ArchiveState::articles_of(std::int64_t file, bool unseen) {
  std::vector<std::string> ids;
  constexpr std::int64_t kNoRun = -1;
  Statement& rows = connection_->articles_of.again().bind(file).bind(unseen ? run_ : kNoRun);
  while (rows.next()) ids.push_back(rows.text(0));
  return ids;
}

std::int64_t ArchiveState::count_articles(std::int64_t file) {
  Statement& row = connection_->count_articles.again().bind(file);
  return row.next() ? row.number(0) : 0;
}

void ArchiveState::add_trouble(std::int64_t file, const Trouble& trouble, std::string_view id) {
  connection_->add_trouble.again()
      .bind(file)
      .bind(static_cast<std::int64_t>(trouble.line))
      .bind(id)
      .bind(trouble.what)
      .run();
}

void ArchiveState::clear_troubles(std::int64_t file) {
  connection_->clear_troubles.again().bind(file).run();
}

std::vector<Trouble> ArchiveState::troubles_of(std::int64_t file) {
  std::vector<Trouble> all;
  Statement& rows = connection_->troubles_of.again().bind(file);
  while (rows.next()) all.push_back({static_cast<std::uint64_t>(rows.number(0)), rows.text(1)});
  return all;
}

std::vector<std::int64_t> ArchiveState::files_wanting(std::string_view id) {
  std::vector<std::int64_t> files;
  Statement& rows = connection_->wanting.again().bind(id);
  while (rows.next()) files.push_back(rows.number(0));
  return files;
}

}  // namespace fihris::indexer::archive
