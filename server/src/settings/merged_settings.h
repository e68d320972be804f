// The settings that are more than a text, a number or a list of names. Each function is a
// SettingRow::merged.
#pragma once

#include "settings/setting_value.h"

namespace fihris::server::settings {

// Names, and objects {attributePatterns, features} without wildcards in the patterns.
Json merged_filterable(const Json& current, const SettingValue& sent);
Json merged_ranking_rules(const Json& current, const SettingValue& sent);
Json merged_synonyms(const Json& current, const SettingValue& sent);
Json merged_typo_tolerance(const Json& current, const SettingValue& sent);
Json merged_faceting(const Json& current, const SettingValue& sent);
Json merged_pagination(const Json& current, const SettingValue& sent);
Json merged_embedders(const Json& current, const SettingValue& sent);
Json merged_localized(const Json& current, const SettingValue& sent);
Json merged_attributes(const Json& current, const SettingValue& sent);

}  // namespace fihris::server::settings
