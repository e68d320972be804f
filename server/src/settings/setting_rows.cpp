#include "settings/setting_rows.h"

#include <algorithm>
#include <array>

#include "settings/merged_settings.h"

namespace fihris::server::settings {
namespace {

Json names_or_all(const Json& /*current*/, const SettingValue& sent) { return sent.names_or_all(); }
Json sorted(const Json& /*current*/, const SettingValue& sent) { return sent.sorted(); }
Json text(const Json& /*current*/, const SettingValue& sent) { return sent.text(); }
Json truth(const Json& /*current*/, const SettingValue& sent) { return sent.truth(); }
Json number(const Json& /*current*/, const SettingValue& sent) { return sent.number(); }

Json precision(const Json& /*current*/, const SettingValue& sent) {
  return sent.one_of({"byWord", "byAttribute"});
}

Json prefix_search(const Json& /*current*/, const SettingValue& sent) {
  return sent.one_of({"indexingTime", "disabled"});
}

// Names, routes, verbs, codes and defaults are Meilisearch's; `attributes` is ours.
constexpr auto kRows = std::to_array<SettingRow>({
    {"displayedAttributes", "displayed-attributes", Verb::kPut,
     "invalid_settings_displayed_attributes", R"(["*"])", names_or_all},
    {"searchableAttributes", "searchable-attributes", Verb::kPut,
     "invalid_settings_searchable_attributes", R"(["*"])", names_or_all},
    {"filterableAttributes", "filterable-attributes", Verb::kPut,
     "invalid_settings_filterable_attributes", "[]", merged_filterable},
    {"sortableAttributes", "sortable-attributes", Verb::kPut,
     "invalid_settings_sortable_attributes", "[]", sorted},
    {"rankingRules", "ranking-rules", Verb::kPut, "invalid_settings_ranking_rules",
     R"(["words","typo","proximity","attribute","sort","exactness"])", merged_ranking_rules},
    {"stopWords", "stop-words", Verb::kPut, "invalid_settings_stop_words", "[]", sorted},
    {"nonSeparatorTokens", "non-separator-tokens", Verb::kPut,
     "invalid_settings_non_separator_tokens", "[]", sorted},
    {"separatorTokens", "separator-tokens", Verb::kPut, "invalid_settings_separator_tokens", "[]",
     sorted},
    {"dictionary", "dictionary", Verb::kPut, "invalid_settings_dictionary", "[]", sorted},
    {"synonyms", "synonyms", Verb::kPut, "invalid_settings_synonyms", "{}", merged_synonyms},
    {"distinctAttribute", "distinct-attribute", Verb::kPut, "invalid_settings_distinct_attribute",
     "null", text},
    {"proximityPrecision", "proximity-precision", Verb::kPut,
     "invalid_settings_proximity_precision", R"("byWord")", precision},
    {"typoTolerance", "typo-tolerance", Verb::kPatch, "invalid_settings_typo_tolerance",
     R"({"enabled":true,"minWordSizeForTypos":{"oneTypo":5,"twoTypos":9},"disableOnWords":[],
         "disableOnAttributes":[],"disableOnNumbers":false})",
     merged_typo_tolerance},
    {"faceting", "faceting", Verb::kPatch, "invalid_settings_faceting",
     R"({"maxValuesPerFacet":100,"sortFacetValuesBy":{"*":"alpha"}})", merged_faceting},
    {"pagination", "pagination", Verb::kPatch, "invalid_settings_pagination",
     R"({"maxTotalHits":1000})", merged_pagination},
    {"embedders", "embedders", Verb::kPatch, "invalid_settings_embedders", "{}", merged_embedders},
    {"searchCutoffMs", "search-cutoff-ms", Verb::kPut, "invalid_settings_search_cutoff_ms", "null",
     number},
    {"localizedAttributes", "localized-attributes", Verb::kPut,
     "invalid_settings_localized_attributes", "null", merged_localized},
    {"facetSearch", "facet-search", Verb::kPut, "invalid_settings_facet_search", "true", truth},
    {"prefixSearch", "prefix-search", Verb::kPut, "invalid_settings_prefix_search",
     R"("indexingTime")", prefix_search},
    {"attributes", "attributes", Verb::kPatch, "invalid_settings_attributes", "{}",
     merged_attributes},
});

}  // namespace

std::span<const SettingRow> setting_rows() { return kRows; }

const SettingRow* find_setting(std::string_view name) {
  const auto found = std::ranges::find(kRows, name, &SettingRow::name);
  return found == kRows.end() ? nullptr : &*found;
}

const SettingRow* find_setting_route(std::string_view route) {
  const auto found = std::ranges::find(kRows, route, &SettingRow::route);
  return found == kRows.end() ? nullptr : &*found;
}

}  // namespace fihris::server::settings
