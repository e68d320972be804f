// The settings of an index as the protocol has them.
#pragma once

#include <string>
#include <string_view>

#include "settings/setting_rows.h"

namespace fihris::server::settings {

// A settings object with every setting in it. Plain value.
class Settings {
 public:
  Settings();  // the defaults

  // From what text() wrote, or "{}". Throws Error{kIndexDamaged} for anything else.
  static Settings read(std::string_view text);
  // Those that are not the defaults, for keeping.
  std::string text() const;

  // The answer to GET /settings: all of them, `attributes` only when there are some, as it is ours.
  Json shown() const;
  // One of them by its name. name: of a SettingRow.
  const Json& value(std::string_view name) const { return all_[std::string(name)]; }

  // Changes the members that an object names, the rest stays; null resets. Either all is changed or
  // nothing. Throws ApiError: bad_request for what is no object and for a member that does not
  // exist, feature_not_enabled for those of features that are not here, else the code of the
  // setting with its place, what was expected and what was found.
  void merge(const Json& sent);
  // The same for the body of a setting's own route.
  void merge_one(const SettingRow& row, const Json& sent);
  void reset(const SettingRow& row);

  bool operator==(const Settings&) const = default;

 private:
  void put(const SettingRow& row, const SettingValue& sent);

  Json all_;
};

}  // namespace fihris::server::settings
