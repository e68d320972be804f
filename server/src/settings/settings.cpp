#include "settings/settings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "errors/api_error.h"
#include "fihris/store/error.h"
#include "settings/index_settings.h"

namespace fihris::server::settings {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kOurs = "attributes";
// Of the protocol, but only when an experimental feature is on.
constexpr auto kOfFeatures = std::to_array({"chat"sv, "vectorStore"sv, "foreignKeys"sv});

Json default_of(const SettingRow& row) { return Json::parse(row.default_json); }

const Json& defaults() {
  static const Json all = [] {
    Json made = Json::object();
    for (const SettingRow& row : setting_rows()) made[std::string(row.name)] = default_of(row);
    return made;
  }();
  return all;
}

[[noreturn]] void refuse_setting(const std::string& name) {
  if (std::ranges::find(kOfFeatures, name) != kOfFeatures.end()) {
    throw errors::ApiError("feature_not_enabled", "The setting `" + name + "` is not supported.");
  }
  std::string known;
  for (const SettingRow& row : setting_rows())
    known += (known.empty() ? "`" : ", `") + std::string(row.name) + "`";
  throw errors::ApiError("bad_request", "Unknown field `" + name + "`: expected one of " + known);
}

}  // namespace

Settings::Settings() : all_(defaults()) {}

Settings Settings::read(std::string_view text) {
  const Json stored = Json::parse(text, nullptr, false);
  if (!stored.is_object()) {
    throw Error(ErrorCode::kIndexDamaged, "The settings kept for an index are no JSON object.",
                "Reset them with DELETE /indexes/{uid}/settings.");
  }
  Settings settings;
  for (const auto& [name, value] : stored.items()) {
    if (settings.all_.contains(name)) settings.all_[name] = value;
  }
  return settings;
}

std::string Settings::text() const {
  Json stored = Json::object();
  for (const auto& [name, value] : all_.items()) {
    if (value != defaults()[name]) stored[name] = value;
  }
  return stored.dump();
}

Json Settings::shown() const {
  Json shown = all_;
  if (shown[std::string(kOurs)].empty()) shown.erase(std::string(kOurs));
  return shown;
}

void Settings::merge(const Json& sent) {
  Settings changed = *this;
  SettingValue(sent, "", "bad_request").members([&](const std::string& name, const auto&) {
    const SettingRow* const row = find_setting(name);
    if (row == nullptr) refuse_setting(name);
    changed.put(*row, SettingValue(sent[name], "." + name, row->error_code));
  });
  *this = std::move(changed);
}

void Settings::merge_one(const SettingRow& row, const Json& sent) {
  Settings changed = *this;
  changed.put(row, SettingValue(sent, "", row.error_code));
  *this = std::move(changed);
}

void Settings::reset(const SettingRow& row) { all_[std::string(row.name)] = default_of(row); }

void Settings::put(const SettingRow& row, const SettingValue& sent) {
  if (sent.is_null()) return reset(row);
  Json& value = all_[std::string(row.name)];
  value = row.merged(value, sent);
  try {
    to_index_settings(*this);
  } catch (const Error& error) {
    sent.refuse(error.what());
  }
}

}  // namespace fihris::server::settings
