#include "read/table_records.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "fihris/store/fields.h"
#include "fihris/store/internal/other_names.h"
#include "text/unicode_text.h"

namespace fihris::indexer::read {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostColumnNameBytes = 64;

// The cells of a row: quoted ones may hold anything, a doubled quote is one.
std::vector<std::string> cells_of(std::string_view row, char delimiter) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    const bool doubled = quoted && c == '"' && i + 1 < row.size() && row[i + 1] == '"';
    if (doubled) {
      cells.back() += c;
      ++i;
    } else if (c == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (c == delimiter && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

bool has_odd_quotes(std::string_view line) {
  return std::count(line.begin(), line.end(), '"') % 2 != 0;
}

std::string_view known_name(const std::string& column) {
  static constexpr std::pair<std::string_view, std::string_view> kArabic[] = {
      {"العنوان", "title"}, {"عنوان", "title"},   {"النص", "body"},   {"نص", "body"},
      {"المحتوى", "body"},  {"التاريخ", "date"},  {"تاريخ", "date"},  {"المصدر", "source"},
      {"مصدر", "source"},   {"الكاتب", "author"}, {"كاتب", "author"}, {"القسم", "section"},
      {"قسم", "section"},   {"الرابط", "url"},    {"رابط", "url"},    {"الملخص", "summary"},
      {"ملخص", "summary"},  {"الوسوم", "tags"},   {"المعرف", "id"},
  };
  for (const auto& [arabic, field] : kArabic) {
    if (column == arabic) return field;
  }
  return {};
}

// A column's name as JSON articles have it.
std::string member_name(const std::string& column) {
  const std::string name(text::trim(column));
  if (const std::string_view known = known_name(name); !known.empty()) return std::string(known);
  const std::string lower = text::lower_ascii(name);
  return find_json_field(lower) != nullptr ? lower : name;
}

bool are_columns(const std::vector<std::string>& cells) {
  const bool are_names = std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.size() <= kMostColumnNameBytes;
  });
  return cells.size() > 1 && are_names &&
         std::any_of(cells.begin(), cells.end(),
                     [](const std::string& cell) { return store::names_text(member_name(cell)); });
}

std::string_view first_line(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark)
    text.remove_prefix(kByteOrderMark.size());
  text = text.substr(0, text.find('\n'));
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

class TableReader : public RecordReader {
 public:
  TableReader(ByteInput& input, const Place& place) : input_(input), place_(place) {}

  std::optional<Item> next() override {
    if (columns_.empty() && !read_columns()) return std::nullopt;
    while (true) {
      const std::uint64_t begin = line_ + 1;
      std::string row;
      if (!read_row(row)) return std::nullopt;
      if (row.size() > kMaxRecordBytes)
        return place_.trouble(begin, "row is longer than 256 MB; look for a missing quote");
      if (text::trim(row).empty()) continue;
      return place_.record(RawRecord::Format::kJson, json_of(cells_of(row, delimiter_)), begin);
    }
  }

 private:
  bool read_columns() {
    std::string row;
    if (!read_row(row)) return false;
    delimiter_ = table_delimiter(row);
    if (delimiter_ == '\0') delimiter_ = row.find('\t') != std::string::npos ? '\t' : ',';
    for (const std::string& cell : cells_of(first_line(row), delimiter_))
      columns_.push_back(member_name(cell));
    return true;
  }

  // A row with all its lines.
  bool read_row(std::string& row) {
    std::string line;
    bool any = false;
    bool quote_open = false;
    while (input_.read_line(line) != ByteInput::Taken::kNothing) {
      ++line_;
      if (any) row += '\n';
      any = true;
      row += line;
      quote_open ^= has_odd_quotes(line);
      if (!quote_open || row.size() > kMaxRecordBytes) break;
    }
    if (!row.empty() && row.back() == '\r') row.pop_back();
    return any;
  }

  std::string json_of(std::vector<std::string> cells) const {
    Json article = Json::object();
    for (std::size_t i = 0; i < cells.size() && i < columns_.size(); ++i) {
      if (!cells[i].empty() && !columns_[i].empty()) article[columns_[i]] = std::move(cells[i]);
    }
    return article.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  ByteInput& input_;
  const Place& place_;
  char delimiter_ = ',';
  std::vector<std::string> columns_;
  std::uint64_t line_ = 0;
};

}  // namespace

char table_delimiter(std::string_view text) {
  const std::string_view line = first_line(text);
  for (const char delimiter : {'\t', ';', ','}) {
    if (are_columns(cells_of(line, delimiter))) return delimiter;
  }
  return '\0';
}

std::unique_ptr<RecordReader> read_table(ByteInput& input, const Place& place) {
  return std::make_unique<TableReader>(input, place);
}

}  // namespace fihris::indexer::read
