#include "settings/merged_settings.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "settings/setting_rows.h"

namespace fihris::server::settings {
namespace {

using namespace std::string_view_literals;

constexpr auto kRankingRules =
    std::to_array({"words"sv, "typo"sv, "proximity"sv, "attribute"sv, "attributeRank"sv,
                   "wordPosition"sv, "sort"sv, "exactness"sv});
constexpr std::uint64_t kMostLetters = 255;

Json default_of(std::string_view setting) {
  return Json::parse(find_setting(setting)->default_json);
}

// A name without wildcards, which attributes of ours have not.
Json plain_pattern(const SettingValue& pattern) {
  Json name = pattern.text();
  if (name.get_ref<const std::string&>().find('*') != std::string::npos)
    pattern.refuse("patterns with `*` are not supported: name the attributes one by one");
  return name;
}

Json comparisons(const SettingValue& sent) {
  Json filter = {{"equality", true}, {"comparison", false}};
  sent.members([&](const std::string& name, const SettingValue& value) {
    if (!filter.contains(name)) sent.refuse_member(name, {"equality", "comparison"});
    filter[name] = value.truth();
  });
  return filter;
}

Json features(const SettingValue& sent) {
  Json features = {{"facetSearch", false}, {"filter", {{"equality", true}, {"comparison", false}}}};
  sent.members([&](const std::string& name, const SettingValue& value) {
    if (!features.contains(name)) sent.refuse_member(name, {"facetSearch", "filter"});
    features[name] = name == "filter" ? comparisons(value) : value.truth();
  });
  return features;
}

Json filterable_rule(const SettingValue& sent) {
  if (sent.json().is_string()) return plain_pattern(sent);
  if (!sent.json().is_object()) sent.refuse_type("a string or an object");
  Json rule = {{"attributePatterns", nullptr},
               {"features",
                {{"facetSearch", false}, {"filter", {{"equality", true}, {"comparison", false}}}}}};
  sent.members([&](const std::string& name, const SettingValue& value) {
    if (!rule.contains(name)) sent.refuse_member(name, {"attributePatterns", "features"});
    rule[name] = name == "features" ? features(value) : value.list(plain_pattern);
  });
  if (rule["attributePatterns"].is_null()) sent.refuse("`attributePatterns` is missing");
  return rule;
}

Json ranking_rule(const SettingValue& sent) {
  Json rule = sent.text();
  const auto& text = rule.get_ref<const std::string&>();
  const std::size_t colon = text.rfind(':');
  const std::string_view direction =
      colon == std::string::npos ? "" : std::string_view(text).substr(colon + 1);
  const bool sorts = colon > 0 && (direction == "asc" || direction == "desc");
  if (!sorts && std::ranges::find(kRankingRules, text) == kRankingRules.end()) {
    sent.refuse("`" + text +
                "` is no ranking rule: they are words, typo, proximity, attribute, attributeRank, "
                "wordPosition, sort, exactness and attributes with a direction, as date:desc");
  }
  return rule;
}

// `current` with each member sent put in its place by read(name, value); null puts the default
// there.
template <class Read>
Json merged_members(const Json& current, const Json& defaults, const SettingValue& sent,
                    std::initializer_list<std::string_view> known, Read read) {
  Json merged = current;
  sent.members([&](const std::string& name, const SettingValue& value) {
    if (std::ranges::find(known, name) == known.end()) sent.refuse_member(name, known);
    merged[name] = value.is_null() ? defaults[name] : read(name, value);
  });
  return merged;
}

Json word_sizes(const Json& current, const Json& defaults, const SettingValue& sent) {
  Json sizes = merged_members(
      current, defaults, sent, {"oneTypo", "twoTypos"},
      [](const std::string&, const SettingValue& value) { return value.number(0, kMostLetters); });
  if (sizes["oneTypo"] > sizes["twoTypos"]) {
    sent.refuse("`minWordSizeForTypos` setting is invalid: `twoTypos` (" +
                sizes["twoTypos"].dump() + ") may not be below `oneTypo` (" +
                sizes["oneTypo"].dump() + ")");
  }
  return sizes;
}

Json facet_order(const SettingValue& sent) {
  std::map<std::string, Json> order = {{"*", "alpha"}};
  sent.members([&](const std::string& name, const SettingValue& value) {
    order[name] = value.one_of({"alpha", "count"});
  });
  return order;
}

Json localized_rule(const SettingValue& sent) {
  Json rule = {{"attributePatterns", nullptr}, {"locales", nullptr}};
  sent.members([&](const std::string& name, const SettingValue& value) {
    if (!rule.contains(name)) sent.refuse_member(name, {"attributePatterns", "locales"});
    rule[name] = value.texts();
  });
  for (const auto& [name, value] : rule.items()) {
    if (value.is_null()) sent.refuse("`" + name + "` is missing");
  }
  return rule;
}

// `current` with the objects that were sent; null takes one away.
Json merged_by_name(const Json& current, const SettingValue& sent) {
  Json merged = current;
  sent.members([&](const std::string& name, const SettingValue& value) {
    if (value.is_null()) {
      merged.erase(name);
    } else if (value.json().is_object()) {
      merged[name] = value.json();
    } else {
      value.refuse_type("an object");
    }
  });
  return merged;
}

}  // namespace

Json merged_filterable(const Json& /*current*/, const SettingValue& sent) {
  return sent.list(filterable_rule);
}

Json merged_ranking_rules(const Json& /*current*/, const SettingValue& sent) {
  return sent.list(ranking_rule);
}

// Of one word.
constexpr std::size_t kMaxSynonyms = 100;

Json merged_synonyms(const Json& /*current*/, const SettingValue& sent) {
  std::map<std::string, Json> synonyms;
  sent.members([&](const std::string& name, const SettingValue& value) {
    Json others = value.texts();
    // Each is searched for with every query that has the word.
    if (others.size() > kMaxSynonyms)
      value.refuse("a word may have up to " + std::to_string(kMaxSynonyms) + " synonyms");
    synonyms[name] = std::move(others);
  });
  return synonyms;
}

Json merged_typo_tolerance(const Json& current, const SettingValue& sent) {
  const Json defaults = default_of("typoTolerance");
  const auto read = [&](const std::string& name, const SettingValue& value) {
    if (name == "minWordSizeForTypos") return word_sizes(current[name], defaults[name], value);
    if (name == "enabled" || name == "disableOnNumbers") return value.truth();
    return value.sorted();
  };
  return merged_members(current, defaults, sent,
                        {"enabled", "minWordSizeForTypos", "disableOnWords", "disableOnAttributes",
                         "disableOnNumbers"},
                        read);
}

Json merged_faceting(const Json& current, const SettingValue& sent) {
  return merged_members(current, default_of("faceting"), sent,
                        {"maxValuesPerFacet", "sortFacetValuesBy"},
                        [](const std::string& name, const SettingValue& value) {
                          return name == "sortFacetValuesBy" ? facet_order(value) : value.number();
                        });
}

Json merged_pagination(const Json& current, const SettingValue& sent) {
  return merged_members(
      current, default_of("pagination"), sent, {"maxTotalHits"},
      [](const std::string&, const SettingValue& value) { return value.number(1); });
}

Json merged_embedders(const Json& current, const SettingValue& sent) {
  return merged_by_name(current, sent);
}

Json merged_localized(const Json& /*current*/, const SettingValue& sent) {
  return sent.list(localized_rule);
}

Json merged_attributes(const Json& current, const SettingValue& sent) {
  return merged_by_name(current, sent);
}

}  // namespace fihris::server::settings
