// Tables in comma-separated values (RFC 4180).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::server::documents {

// Reads a table line by line. A view: the text must outlive it.
class CsvReader {
 public:
  CsvReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  bool at_end() const { return at_ >= text_.size(); }
  // The cells of the next line that is not blank; empty at the end. Throws
  // ApiError{malformed_payload} for quotation marks that do not close.
  std::vector<std::string> next();
  std::size_t line() const { return line_; }  // 1-based, of the line read last

 private:
  std::string cell();
  std::string quoted_cell();

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::size_t line_ = 0;
  std::size_t next_line_ = 1;
};

}  // namespace fihris::server::documents
