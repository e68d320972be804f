#include "state/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <utility>

#include "fihris/store/error.h"

namespace fihris::server::state {
namespace {

constexpr const char* kTables = R"(
CREATE TABLE IF NOT EXISTS indexes(
  uid TEXT PRIMARY KEY, primary_key TEXT, created TEXT NOT NULL, updated TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}') WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS keys(
  uid TEXT PRIMARY KEY, name TEXT, description TEXT, actions TEXT NOT NULL, indexes TEXT NOT NULL,
  expires TEXT, created TEXT NOT NULL, updated TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tasks(
  uid INTEGER PRIMARY KEY, batch INTEGER, index_uid TEXT, status TEXT NOT NULL, type TEXT NOT NULL,
  canceled_by INTEGER, details TEXT NOT NULL DEFAULT '{}', error TEXT, enqueued TEXT NOT NULL,
  started TEXT, finished TEXT, arguments TEXT NOT NULL DEFAULT '{}');
CREATE INDEX IF NOT EXISTS tasks_by_status ON tasks(status, uid);
CREATE INDEX IF NOT EXISTS tasks_by_index ON tasks(index_uid, uid);
CREATE TABLE IF NOT EXISTS payloads(task INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
)";

[[noreturn]] void fail(sqlite3* database, const std::string& doing) {
  const char* const file = sqlite3_db_filename(database, "main");
  throw Error(ErrorCode::kInputOutput,
              doing + " " + (file != nullptr ? file : "the service's database") +
                  " failed: " + sqlite3_errmsg(database) + ".",
              "Check the disk and the permissions of the folder.");
}

// SQLite makes files readable for all; the file is there before it comes.
void create_private(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) {
    throw Error(ErrorCode::kInputOutput, "cannot write " + file.string() + ".",
                "Check the permissions of the folder.");
  }
  ::close(descriptor);
}

}  // namespace

Statement::Statement(sqlite3* database, std::string_view sql) : database_(database) {
  if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_,
                         nullptr) != SQLITE_OK)
    fail(database, "reading");
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      statement_(std::exchange(other.statement_, nullptr)),
      bound_(other.bound_) {}

Statement& Statement::bind(std::string_view text) {
  sqlite3_bind_text64(statement_, ++bound_, text.data(), text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind_bytes(std::string_view bytes) {
  sqlite3_bind_blob64(statement_, ++bound_, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind(std::int64_t number) {
  sqlite3_bind_int64(statement_, ++bound_, number);
  return *this;
}

Statement& Statement::bind(std::nullptr_t) {
  sqlite3_bind_null(statement_, ++bound_);
  return *this;
}

Statement& Statement::bind(const std::optional<std::string>& text) {
  return text ? bind(std::string_view(*text)) : bind(nullptr);
}

Statement& Statement::bind(const std::optional<std::int64_t>& number) {
  return number ? bind(*number) : bind(nullptr);
}

bool Statement::next() {
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result != SQLITE_DONE) fail(database_, "using");
  return false;
}

void Statement::run() {
  while (next()) {
  }
}

std::string Statement::text(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr
             ? std::string()
             : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::optional<std::string> Statement::optional_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return text(column);
}

Database::Database(const std::filesystem::path& file) {
  create_private(file);
  if (sqlite3_open_v2(file.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                      nullptr) != SQLITE_OK)
    fail(handle_, "opening");
  sqlite3_busy_timeout(handle_, 5000);
  execute("PRAGMA journal_mode=WAL");
  execute("PRAGMA synchronous=FULL");
  execute(kTables);
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::execute(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) fail(handle_, "writing");
}

Database::Transaction::Transaction(Database& database)
    : lock_(database.mutex_), handle_(database.handle_) {
  database.execute("BEGIN IMMEDIATE");
}

Database::Transaction::~Transaction() {
  if (open_) sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

std::int64_t Database::Transaction::changes() const { return sqlite3_changes64(handle_); }

void Database::Transaction::commit() {
  if (sqlite3_exec(handle_, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(handle_, "writing");
  open_ = false;
}

}  // namespace fihris::server::state
