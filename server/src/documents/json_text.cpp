#include "documents/json_text.h"

#include <algorithm>

#include "errors/api_error.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris::server::documents {
namespace {

constexpr std::size_t kExcerptBytes = 100;
constexpr int kMaxDepth = 200;

// The parser calls itself for each level of nesting.
bool too_deep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

}  // namespace

Json parse_json(std::string_view text) {
  if (too_deep(text)) {
    throw errors::ApiError("malformed_payload",
                           "The `json` payload provided is malformed. It is nested more than " +
                               std::to_string(kMaxDepth) + " levels deep.");
  }
  try {
    return Json::parse(text);
  } catch (const Json::exception& error) {
    const std::string_view what = error.what();
    const std::size_t begin = what.find("] ");
    throw errors::ApiError("malformed_payload",
                           "The `json` payload provided is malformed. `" +
                               repair_utf8(what.substr(begin == what.npos ? 0 : begin + 2)) + "`.");
  }
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string excerpt(std::string_view text) {
  if (text.size() <= kExcerptBytes) return repair_utf8(text);
  return repair_utf8(stemmer::first_bytes(text, kExcerptBytes)) + "…";
}

std::string described(const Json& value) {
  const auto with_value = [&](const char* what) {
    return std::string(what) + ": `" + excerpt(dumped(value)) + "`";
  };
  switch (value.type()) {
    case Json::value_t::null:
      return "null";
    case Json::value_t::boolean:
      return with_value("a boolean");
    case Json::value_t::string:
      return with_value("a string");
    case Json::value_t::array:
      return with_value("an array");
    case Json::value_t::object:
      return with_value("an object");
    case Json::value_t::number_unsigned:
      return with_value("a positive integer");
    case Json::value_t::number_integer:
      return with_value("a negative integer");
    default:
      return with_value("a number");
  }
}

void require_object(const Json& json) {
  if (json.is_object()) return;
  throw errors::ApiError("bad_request",
                         "Invalid value type: expected an object, but found " + described(json));
}

std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    items.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

}  // namespace fihris::server::documents
