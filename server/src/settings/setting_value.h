// One value of a settings object as it was sent, read with its place in mind.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace fihris::server::settings {

using Json = nlohmann::ordered_json;

// A view of a value: what it is viewed in must outlive it. Every function throws ApiError of the
// code given that names the place, what was expected and what was found.
class SettingValue {
 public:
  // `path` is empty for the whole body, or ".typoTolerance.enabled".
  SettingValue(const Json& value, std::string path, std::string_view error_code)
      : value_(value), path_(std::move(path)), error_code_(error_code) {}

  bool is_null() const { return value_.is_null(); }
  const Json& json() const { return value_; }

  Json text() const;
  Json truth() const;
  Json number(std::uint64_t least = 0,
              std::uint64_t most = std::numeric_limits<std::uint64_t>::max()) const;
  Json one_of(std::initializer_list<std::string_view> choices) const;
  Json texts() const;   // a list, in its order
  Json sorted() const;  // a list, in the order of its bytes, each text once
  // A list, in its order, each text once; ["*"] for one that has "*" in it.
  Json names_or_all() const;

  // What each item of the list becomes by read(SettingValue).
  template <class Read>
  Json list(Read read) const;
  // Calls visit(name, SettingValue) for each member of an object.
  template <class Visit>
  void members(Visit visit) const;

  [[noreturn]] void refuse_type(std::string_view expected) const;
  [[noreturn]] void refuse(const std::string& message) const;  // "Invalid value at …: message"
  // For a member that does not exist, of the object that this value is.
  [[noreturn]] void refuse_member(const std::string& name,
                                  std::initializer_list<std::string_view> known) const;

 private:
  const Json& value_;
  std::string path_;
  std::string_view error_code_;
};

template <class Read>
Json SettingValue::list(Read read) const {
  if (!value_.is_array()) refuse_type("an array");
  Json items = Json::array();
  for (std::size_t i = 0; i < value_.size(); ++i)
    items.push_back(
        read(SettingValue(value_[i], path_ + "[" + std::to_string(i) + "]", error_code_)));
  return items;
}

template <class Visit>
void SettingValue::members(Visit visit) const {
  if (!value_.is_object()) refuse_type("an object");
  for (const auto& [name, member] : value_.items())
    visit(name, SettingValue(member, path_ + "." + name, error_code_));
}

}  // namespace fihris::server::settings
