#include "parse/json_fields.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "dates/dates.h"
#include "fihris/store/fields.h"
#include "text/unicode_text.h"

namespace fihris::indexer::parse {
namespace {

namespace ondemand = simdjson::ondemand;
using Type = ondemand::json_type;

std::string_view type_name(Type type) {
  switch (type) {
    case Type::array:
      return "a list";
    case Type::object:
      return "an object";
    case Type::number:
      return "a number";
    case Type::string:
      return "text";
    case Type::boolean:
      return "true or false";
    default:
      return "null";
  }
}

std::string wrong_type(std::string_view field, std::string_view wanted, Type type) {
  return '"' + std::string(field) + "\" must be " + std::string(wanted) + ", not " +
         std::string(type_name(type)) + "; correct the field";
}

// Whether JSON is nested too deep to be stored: whoever prints or walks the fields may do so by
// recursion.
bool is_too_deep(std::string_view json) {
  constexpr int kMaxDepth = 64;
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size() && depth <= kMaxDepth; ++i) {
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
  return depth > kMaxDepth;
}

}  // namespace

std::string JsonFields::read(ondemand::object object) {
  for (auto field : object) {
    std::string_view key;
    Value value;
    if (!succeeded(field.unescaped_key().get(key)) || !succeeded(field.value().get(value))) break;
    // The key lives in a buffer that the value's own strings move on.
    read_field(std::string(key), value);
    if (failed_ || !wrong_.empty()) break;
  }
  if (!extra_.empty()) article_.extra = '{' + extra_ + '}';
  return wrong_;
}

bool JsonFields::succeeded(simdjson::error_code error) {
  failed_ = failed_ || error != simdjson::SUCCESS;
  return !failed_;
}

void JsonFields::read_field(const std::string& key, Value value) {
  Type type{};
  if (!succeeded(value.type().get(type))) return;
  const FieldSpec* const field = find_json_field(key);
  if (field == nullptr) {
    keep_unknown(key, value, type);
  } else if (field->role == FieldRole::kId) {
    read_id(value, type);
  } else if (field->role == FieldRole::kDate) {
    read_date(value, type);
  } else if (field->list != nullptr) {
    read_list(key, value, type, article_.*field->list);
  } else {
    read_text(key, value, type, article_.*field->text);
  }
}

void JsonFields::read_text(std::string_view key, Value value, Type type, std::string& field) {
  if (type == Type::null) return skip_null(value);
  if (type != Type::string) {
    wrong_ = wrong_type(key, "text", type);
    return;
  }
  std::string_view text;
  if (succeeded(value.get_string().get(text))) field.assign(text);
}

void JsonFields::read_id(Value value, Type type) {
  if (type == Type::number) {
    article_.id.assign(number_token(value));
  } else if (type == Type::string || type == Type::null) {
    read_text("id", value, type, article_.id);
  } else {
    wrong_ = wrong_type("id", "text or a number", type);
  }
}

// A number as printed, so that no digit of a long one is lost.
std::string_view JsonFields::number_token(Value value) {
  const std::string_view token = text::trim(value.raw_json_token());
  failed_ = failed_ || !nlohmann::json::accept(token);
  return token;
}

void JsonFields::read_list(std::string_view key, Value value, Type type,
                           std::vector<std::string>& list) {
  list.clear();
  if (type == Type::string || type == Type::null) {
    std::string single;
    read_text(key, value, type, single);
    if (!text::trim(single).empty()) list.emplace_back(text::trim(single));
    return;
  }
  ondemand::array array;
  if (type != Type::array) {
    wrong_ = wrong_type(key, "a list of texts", type);
  } else if (succeeded(value.get_array().get(array))) {
    read_items(key, array, list);
  }
}

void JsonFields::read_items(std::string_view key, ondemand::array array,
                            std::vector<std::string>& list) {
  for (auto item : array) {
    Value value;
    Type type{};
    if (!succeeded(item.get(value)) || !succeeded(value.type().get(type))) return;
    std::string text;
    if (type == Type::number) {
      text.assign(number_token(value));
    } else {
      read_text(key, value, type, text);
    }
    if (failed_ || !wrong_.empty()) return;
    if (!text::trim(text).empty()) list.emplace_back(text::trim(text));
  }
}

void JsonFields::read_date(Value value, Type type) {
  if (type == Type::null) return skip_null(value);
  if (type != Type::string && type != Type::number) return keep_unknown("date", value, type);
  const std::string_view raw = text::trim(value.raw_json_token());
  std::string_view text;
  if (type == Type::number) text = number_token(value);
  if (type == Type::string && !succeeded(value.get_string().get(text))) return;
  if (auto date = dates::stated_date(text)) {
    article_.date = std::move(*date);
  } else if (!text::trim(text).empty()) {
    add_extra("date", raw);
  }
}

void JsonFields::skip_null(Value value) {
  bool is_null = false;
  if (succeeded(value.is_null().get(is_null))) failed_ = !is_null;
}

void JsonFields::keep_unknown(std::string_view key, Value value, Type type) {
  std::string_view raw;
  if (!succeeded(simdjson::to_json_string(value).get(raw))) return;
  raw = text::trim(raw);
  // simdjson steps over what nobody reads without a full check; what is stored must be JSON.
  if (type == Type::string) {
    std::string_view text;
    if (!succeeded(value.get_string().get(text))) return;
  } else if (!nlohmann::json::accept(raw)) {
    failed_ = true;
    return;
  } else if (is_too_deep(raw)) {
    wrong_ = '"' + std::string(key) + "\" is nested more than 64 deep; flatten it";
    return;
  }
  add_extra(key, raw);
}

void JsonFields::add_extra(std::string_view key, std::string_view raw) {
  if (!extra_.empty()) extra_ += ',';
  extra_ += nlohmann::json(key).dump();
  extra_ += ':';
  extra_ += raw;
}

}  // namespace fihris::indexer::parse
