// Questions to a database of SQLite.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace fihris::store {

// Throws Error{kInputOutput} that names the file and SQLite's reason.
[[noreturn]] void fail_sql(sqlite3* database, const std::string& doing);

// A prepared statement. Belongs to the thread that holds the database. Failures are those of
// fail_sql().
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

  // Back to the beginning, with nothing bound.
  Statement& again();
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

}  // namespace fihris::store
