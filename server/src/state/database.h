// The service's own state, in one SQLite file: indexes, tasks and keys.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string_view>

#include "fihris/store/internal/sql_statement.h"

namespace fihris::server::state {

using store::Statement;

// One connection, shared by all threads: who uses it holds it. Every failure is
// Error{kInputOutput} that names the file.
class Database {
 public:
  // Opens or creates the file, of mode 0600 as it holds keys, and brings its tables up to date.
  explicit Database(const std::filesystem::path& file);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // The database held for as long as this lives; a transaction that is undone unless committed.
  // What was committed is on disk.
  class Transaction {
   public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    Statement prepare(std::string_view sql) { return {handle_, sql}; }
    std::int64_t changes() const;
    void commit();

   private:
    std::unique_lock<std::mutex> lock_;
    sqlite3* handle_;
    bool open_ = true;
  };

 private:
  void execute(const char* sql);

  sqlite3* handle_ = nullptr;
  std::mutex mutex_;
};

}  // namespace fihris::server::state
