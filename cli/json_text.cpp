#include "json_text.h"

#include <algorithm>
#include <vector>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = stemmer::count_code_points(text);
  return used < width ? text.append(width - used, ' ') : text;
}

std::string plain(const Json& value) {
  if (value.is_null()) return "-";
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  return value.is_string() ? text.substr(1, text.size() - 2) : text;
}

bool is_table(const Json& value) {
  return value.is_array() && !value.empty() && value[0].is_object();
}

std::string joined(const Json& list) {
  if (list.empty()) return "none";
  std::string text;
  for (const Json& value : list) text.append(text.empty() ? "" : ", ").append(plain(value));
  return text;
}

// A list of objects with the same members: a heading, then a line for each.
std::string table(const Json& rows, const std::string& indent) {
  std::vector<std::vector<std::string>> cells(1);
  for (const auto& [name, value] : rows[0].items()) cells[0].push_back(name);
  for (const Json& row : rows) {
    std::vector<std::string>& line = cells.emplace_back();
    for (const auto& [name, value] : row.items()) line.push_back(plain(value));
  }
  std::vector<std::size_t> widths(cells[0].size());
  for (const auto& line : cells) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], stemmer::count_code_points(line[i]));
    }
  }
  std::string text;
  for (const auto& line : cells) {
    text += indent;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) text += padded(line[i], widths[i] + 2);
    text += line.back() + "\n";
  }
  return text;
}

void append_object(const Json& object, const std::string& indent, std::string& text) {
  std::size_t width = 0;
  for (const auto& [name, value] : object.items()) width = std::max(width, name.size());
  for (const auto& [name, value] : object.items()) {
    if (value.is_object()) {
      text += indent + name + "\n";
      append_object(value, indent + "  ", text);
    } else if (is_table(value)) {
      text += indent + name + "\n" + table(value, indent + "  ");
    } else {
      text += indent + padded(name, width + 2) + (value.is_array() ? joined(value) : plain(value));
      text += "\n";
    }
  }
}

}  // namespace

std::string text_of(const nlohmann::ordered_json& object) {
  std::string text;
  append_object(object, "", text);
  return text;
}

}  // namespace fihris::cli
