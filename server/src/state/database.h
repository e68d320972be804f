// The service's own state, in one SQLite file: indexes, tasks and keys.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace fihris::server::state {

// A prepared statement. Belongs to the thread that holds the database.
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;

  // The next unbound `?`.
  Statement& bind(std::string_view text);
  Statement& bind(const std::string& text) { return bind(std::string_view(text)); }
  Statement& bind(std::int64_t number);
  Statement& bind(std::nullptr_t);
  Statement& bind(const std::optional<std::string>& text);
  Statement& bind(const std::optional<std::int64_t>& number);
  Statement& bind_bytes(std::string_view bytes);

  bool next();  // steps to the next row; false: there is none
  void run();   // to the end

  std::string text(int column) const;  // also of bytes; empty for NULL
  std::int64_t number(int column) const;
  bool is_null(int column) const;
  std::optional<std::string> optional_text(int column) const;

 private:
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

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
