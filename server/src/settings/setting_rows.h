// The settings of an index, one row each.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "settings/setting_value.h"

namespace fihris::server::settings {

enum class Verb : std::uint8_t { kPut, kPatch };

// How a setting is called, where, and what may stand in it.
struct SettingRow {
  std::string_view name;   // in the settings object: "filterableAttributes"
  std::string_view route;  // of its own: "filterable-attributes", below /indexes/{uid}/settings
  Verb verb;               // that changes it there
  std::string_view error_code;
  std::string_view default_json;
  // What the setting is when this value is sent: checked, and put together with what it was where
  // the protocol merges. Never called with null. Throws ApiError{error_code}.
  Json (*merged)(const Json& current, const SettingValue& sent);
};

// In the order in which they are shown.
std::span<const SettingRow> setting_rows();

// Null for none.
const SettingRow* find_setting(std::string_view name);
const SettingRow* find_setting_route(std::string_view route);

}  // namespace fihris::server::settings
