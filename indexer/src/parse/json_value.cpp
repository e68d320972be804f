#include "parse/json_value.h"

#include <algorithm>
#include <utility>

namespace fihris::indexer::parse {
namespace {

using Json = nlohmann::json;

// The members that hold what an object stands for, the surest first: of WordPress and other content
// managers, of XML turned into JSON, of MongoDB.
constexpr std::string_view kNamingMembers[] = {
    "rendered", "name", "title", "label", "value", "text", "#text", "$date", "$oid", "$numberLong"};

// {"$date": {"$numberLong": "1520000000000"}} is the deepest in use.
constexpr int kMaxObjects = 3;

std::string_view kind_of(const Json& value) {
  if (value.is_array()) return "a list";
  if (value.is_object()) return "an object";
  return value.is_boolean() ? "true or false" : "null";
}

// What an object stands for: a text, a number or null. Null pointer where no member tells.
const Json* named(const Json* value) {
  for (int depth = 0; value != nullptr && value->is_object(); ++depth) {
    const auto member =
        std::find_if(std::begin(kNamingMembers), std::end(kNamingMembers),
                     [&](std::string_view name) { return value->contains(std::string(name)); });
    if (depth == kMaxObjects || member == std::end(kNamingMembers)) return nullptr;
    value = &(*value)[std::string(*member)];
  }
  return value;
}

void add(const Json& item, ValueTexts& to) {
  const Json* const value = named(&item);
  if (value == nullptr || value->is_array() || value->is_boolean()) {
    to.wrong = kind_of(item);
  } else if (value->is_string()) {
    to.texts.push_back(value->get<std::string>());
  } else if (value->is_number()) {
    to.texts.push_back(value->dump());
    to.has_number = true;
  }
}

}  // namespace

ValueTexts texts_of(const Json& value) {
  ValueTexts found;
  found.is_list = value.is_array();
  if (!found.is_list) add(value, found);
  if (found.is_list) {
    for (const Json& item : value) add(item, found);
  }
  return found;
}

bool is_json_number(std::string_view token) {
  const auto digits = [&token] {
    const std::size_t end = std::min(token.find_first_not_of("0123456789"), token.size());
    token.remove_prefix(end);
    return end;
  };
  if (token.starts_with('-')) token.remove_prefix(1);
  const bool zero = token.starts_with('0');
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (token.starts_with('.')) {
    token.remove_prefix(1);
    if (digits() == 0) return false;
  }
  if (token.starts_with('e') || token.starts_with('E')) {
    token.remove_prefix(1);
    if (token.starts_with('+') || token.starts_with('-')) token.remove_prefix(1);
    if (digits() == 0) return false;
  }
  return token.empty();
}

bool is_too_deep(std::string_view json) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size() && depth <= kMaxJsonDepth; ++i) {
    const char c = json[i];
    if (in_text && c == '\\') {
      ++i;
    } else if (c == '"') {
      in_text = !in_text;
    } else if (!in_text) {
      depth += (c == '[' || c == '{') ? 1 : 0;
      depth -= (c == ']' || c == '}') ? 1 : 0;
    }
  }
  return depth > kMaxJsonDepth;
}

}  // namespace fihris::indexer::parse
