#include "documents/document_body.h"

#include <simdjson.h>

#include <nlohmann/json.hpp>

#include "documents/csv.h"
#include "documents/json_text.h"
#include "errors/api_error.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris::server::documents {
namespace {

using errors::ApiError;

constexpr std::string_view kBlanks = " \t\r\n";

ApiError malformed(std::string_view format, const std::string& what) {
  return {"malformed_payload",
          "The `" + std::string(format) + "` payload provided is malformed. " + what};
}

void require_json(std::string_view json, std::string_view format, const std::string& place) {
  try {
    parse_json(json);
  } catch (const ApiError& error) {
    const std::string_view what = error.what();
    throw malformed(format, place + std::string(what.substr(what.find(". ") + 2)));
  }
}

// One document or a list of them. simdjson checks every byte, the slices are as they were sent.
class JsonSplitter {
 public:
  // Adds the objects of `json`, which must be all that is in it.
  void split(std::string_view json, std::string_view format, const std::string& place,
             std::vector<std::string>& documents) {
    padded_ = simdjson::padded_string(json);
    // Whole numbers of more than 64 bits are legal JSON, but not for simdjson.
    // The other parser also says where an error is.
    if (checker_.parse(padded_).error()) require_json(json, format, place);
    const std::string_view text = stemmer::trim(json, kBlanks);
    if (text.front() == '{') {
      documents.emplace_back(text);
    } else if (text.front() == '[') {
      split_list(format, documents);
    } else {
      throw malformed(format, place + "Expected an object or a list of them.");
    }
  }

 private:
  void split_list(std::string_view format, std::vector<std::string>& documents) {
    auto document = slicer_.iterate(padded_);
    for (auto item : document.get_array()) {
      simdjson::ondemand::value value = item.value();
      if (value.type() != simdjson::ondemand::json_type::object)
        throw malformed(format, "Item " + std::to_string(documents.size() + 1) + " is no object.");
      simdjson::ondemand::object object = value.get_object();
      documents.emplace_back(stemmer::trim(object.raw_json().value(), kBlanks));
    }
  }

  simdjson::padded_string padded_;
  simdjson::dom::parser checker_;
  simdjson::ondemand::parser slicer_;
};

std::vector<std::string> split_json(std::string_view body) {
  std::vector<std::string> documents;
  JsonSplitter().split(body, "json", "", documents);
  return documents;
}

std::vector<std::string> split_lines(std::string_view body) {
  std::vector<std::string> documents;
  JsonSplitter splitter;
  std::size_t line = 0;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('\n'), body.size());
    const std::string_view text = stemmer::trim(body.substr(0, end), kBlanks);
    body.remove_prefix(std::min(end + 1, body.size()));
    ++line;
    if (!text.empty())
      splitter.split(text, "ndjson", "Line " + std::to_string(line) + ": ", documents);
  }
  return documents;
}

// A column: "price:number" has numbers.
struct Column {
  std::string name;
  enum class Type : std::uint8_t { kText, kNumber, kBoolean } type = Type::kText;
};

Column column_of(const std::string& header) {
  using Type = Column::Type;
  for (const auto& [suffix, type] :
       {std::pair(":number", Type::kNumber), std::pair(":boolean", Type::kBoolean),
        std::pair(":string", Type::kText)}) {
    if (header.ends_with(suffix))
      return {header.substr(0, header.size() - std::string_view(suffix).size()), type};
  }
  return {header, Type::kText};
}

Json cell_value(const Column& column, const std::string& cell, std::size_t line) {
  const auto wrong = [&](const char* wanted) {
    return malformed("csv", "Line " + std::to_string(line) + ", column `" + column.name + "`: `" +
                                cell + "` is no " + wanted + ".");
  };
  if (column.type == Column::Type::kText) return cell;
  if (cell.empty()) return nullptr;
  Json value = Json::parse(cell, nullptr, false);
  if (column.type == Column::Type::kNumber && !value.is_number()) throw wrong("number");
  if (column.type == Column::Type::kBoolean && !value.is_boolean()) throw wrong("boolean");
  return value;
}

void require_utf8(std::string_view body) {
  if (simdjson::validate_utf8(body.data(), body.size())) return;
  std::size_t line = 1;
  for (std::string_view rest = body; !rest.empty(); ++line) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    if (!simdjson::validate_utf8(text.data(), text.size())) {
      throw malformed("csv",
                      "Line " + std::to_string(line) +
                          " is not UTF-8. Convert the table, from windows-1256 for example.");
    }
    rest.remove_prefix(std::min(text.size() + 1, rest.size()));
  }
}

std::vector<std::string> split_csv(std::string_view body, char delimiter) {
  require_utf8(body);
  // Some programs end lines by carriage returns alone.
  std::string with_line_feeds;
  if (body.find('\n') == body.npos) {
    with_line_feeds = body;
    std::ranges::replace(with_line_feeds, '\r', '\n');
    body = with_line_feeds;
  }
  CsvReader reader(body, delimiter);
  std::vector<Column> columns;
  for (const std::string& header : reader.next()) columns.push_back(column_of(header));
  std::vector<std::string> documents;
  for (std::vector<std::string> cells = reader.next(); !cells.empty(); cells = reader.next()) {
    if (cells.size() != columns.size()) {
      throw malformed("csv", "Line " + std::to_string(reader.line()) + " has " +
                                 std::to_string(cells.size()) + " cells, the first line " +
                                 std::to_string(columns.size()) + ".");
    }
    Json document = Json::object();
    for (std::size_t i = 0; i < cells.size(); ++i)
      document[columns[i].name] = cell_value(columns[i], cells[i], reader.line());
    documents.push_back(document.dump(-1, ' ', false, Json::error_handler_t::replace));
  }
  return documents;
}

}  // namespace

BodyFormat format_of(std::string_view content_type) {
  if (content_type == "application/json") return BodyFormat::kJson;
  if (content_type == "application/x-ndjson") return BodyFormat::kLines;
  if (content_type == "text/csv") return BodyFormat::kCsv;
  const std::string allowed = "`application/json`, `application/x-ndjson`, `text/csv`";
  if (content_type.empty()) {
    throw ApiError("missing_content_type",
                   "A Content-Type header is missing. Accepted values for the Content-Type header "
                   "are: " +
                       allowed);
  }
  throw ApiError("invalid_content_type",
                 "The Content-Type `" + std::string(content_type) +
                     "` is invalid. Accepted values for the Content-Type header are: " + allowed);
}

std::vector<std::string> split_documents(BodyFormat format, std::string_view body,
                                         char csv_delimiter) {
  const char* const name = format == BodyFormat::kJson    ? "json"
                           : format == BodyFormat::kLines ? "ndjson"
                                                          : "csv";
  if (body.starts_with(stemmer::kByteOrderMark)) body.remove_prefix(3);
  if (stemmer::trim(body, kBlanks).empty())
    throw ApiError("missing_payload", "A " + std::string(name) + " payload is missing.");
  switch (format) {
    case BodyFormat::kJson:
      return split_json(body);
    case BodyFormat::kLines:
      return split_lines(body);
    case BodyFormat::kCsv:
      break;
  }
  return split_csv(body, csv_delimiter);
}

}  // namespace fihris::server::documents
