#include "settings/setting_value.h"

#include <algorithm>
#include <set>
#include <vector>

#include "errors/api_error.h"

namespace fihris::server::settings {
namespace {

constexpr std::size_t kShownBytes = 200;

std::string type_of(const Json& value) {
  if (value.is_null()) return "null";
  if (value.is_array() || value.is_object()) return std::string("an ") + value.type_name();
  return std::string("a ") + value.type_name();
}

std::string shown(const Json& value) {
  std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() <= kShownBytes) return text;
  // Cutting a character in two is mended by whoever writes the message.
  return text.substr(0, kShownBytes) + "…";
}

std::string enumerated(std::initializer_list<std::string_view> names) {
  std::string text;
  for (const std::string_view name : names)
    text += (text.empty() ? "`" : ", `") + std::string(name) + "`";
  return text;
}

}  // namespace

void SettingValue::refuse_type(std::string_view expected) const {
  throw errors::ApiError(error_code_, "Invalid value type" +
                                          (path_.empty() ? "" : " at `" + path_ + "`") +
                                          ": expected " + std::string(expected) + ", but found " +
                                          type_of(value_) + ": `" + shown(value_) + "`");
}

void SettingValue::refuse(const std::string& message) const {
  throw errors::ApiError(
      error_code_, "Invalid value" + (path_.empty() ? "" : " at `" + path_ + "`") + ": " + message);
}

void SettingValue::refuse_member(const std::string& name,
                                 std::initializer_list<std::string_view> known) const {
  throw errors::ApiError(error_code_, "Unknown field `" + name + "`" +
                                          (path_.empty() ? "" : " inside `" + path_ + "`") +
                                          ": expected one of " + enumerated(known));
}

Json SettingValue::text() const {
  if (!value_.is_string()) refuse_type("a string");
  return value_;
}

Json SettingValue::truth() const {
  if (!value_.is_boolean()) refuse_type("a boolean");
  return value_;
}

Json SettingValue::number(std::uint64_t least, std::uint64_t most) const {
  if (!value_.is_number_integer()) refuse_type("a positive integer");
  if (!value_.is_number_unsigned())
    refuse("a number may not be below 0, as " + shown(value_) + " is");
  const auto number = value_.get<std::uint64_t>();
  if (number < least || number > most) {
    refuse("expected a number from " + std::to_string(least) + " to " + std::to_string(most) +
           ", but found " + std::to_string(number));
  }
  return value_;
}

Json SettingValue::one_of(std::initializer_list<std::string_view> choices) const {
  if (!value_.is_string()) refuse_type("a string");
  const auto& text = value_.get_ref<const std::string&>();
  if (std::ranges::find(choices, std::string_view(text)) == choices.end())
    refuse("expected one of " + enumerated(choices) + ", but found " + shown(value_));
  return value_;
}

Json SettingValue::texts() const {
  return list([](const SettingValue& item) { return item.text(); });
}

Json SettingValue::sorted() const {
  const auto items = texts().get<std::set<std::string>>();
  return items;
}

Json SettingValue::names_or_all() const {
  Json names = Json::array();
  std::set<std::string> seen;
  for (const auto& name : texts()) {
    if (name == "*") return Json::array({"*"});
    if (seen.insert(name).second) names.push_back(name);
  }
  return names;
}

}  // namespace fihris::server::settings
