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

Database::Database(const std::filesystem::path& file) {
  create_private(file);
  if (sqlite3_open_v2(file.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                      nullptr) != SQLITE_OK)
    store::fail_sql(handle_, "opening");
  sqlite3_busy_timeout(handle_, 5000);
  execute("PRAGMA journal_mode=WAL");
  execute("PRAGMA synchronous=FULL");
  execute(kTables);
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::execute(const char* sql) {
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    store::fail_sql(handle_, "writing");
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
    store::fail_sql(handle_, "writing");
  open_ = false;
}

}  // namespace fihris::server::state
