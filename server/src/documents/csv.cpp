#include "documents/csv.h"

#include "errors/api_error.h"

namespace fihris::server::documents {

std::string CsvReader::quoted_cell() {
  std::string cell;
  for (++at_;; ++at_) {
    if (at_ >= text_.size()) {
      throw errors::ApiError("malformed_payload",
                             "The `csv` payload provided is malformed: the "
                             "quotation mark in line " +
                                 std::to_string(line_) + " does not close.");
    }
    if (text_[at_] == '\n') ++next_line_;
    if (text_[at_] == '"') {
      if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
      ++at_;
    }
    cell += text_[at_];
  }
  ++at_;
  return cell;
}

std::string CsvReader::cell() {
  std::string cell;
  if (at_ < text_.size() && text_[at_] == '"') cell = quoted_cell();
  const char ends[] = {delimiter_, '\n', '\0'};
  const std::size_t end = std::min(text_.find_first_of(ends, at_), text_.size());
  cell += text_.substr(at_, end - at_);
  at_ = end;
  if (at_ >= text_.size() || text_[at_] == '\n') {
    if (!cell.empty() && cell.back() == '\r') cell.pop_back();
  }
  return cell;
}

std::vector<std::string> CsvReader::next() {
  while (!at_end()) {
    line_ = next_line_;
    std::vector<std::string> cells{cell()};
    while (at_ < text_.size() && text_[at_] == delimiter_) {
      ++at_;
      cells.push_back(cell());
    }
    ++at_;  // the line feed
    ++next_line_;
    if (cells.size() > 1 || !cells.front().empty()) return cells;
  }
  return {};
}

}  // namespace fihris::server::documents
