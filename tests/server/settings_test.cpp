// The settings object: defaults, changes, resets, and what is said of wrong ones.
#include "settings/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "errors/api_error.h"

namespace fihris::server::settings {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

Json json(const char* text) { return Json::parse(text); }

Settings with(const char* patch) {
  Settings settings;
  settings.merge(json(patch));
  return settings;
}

std::string refusal(const char* patch, const std::string& code) {
  Settings settings;
  try {
    settings.merge(json(patch));
  } catch (const errors::ApiError& error) {
    EXPECT_EQ(error.code(), code);
    EXPECT_EQ(error.status(), 400);
    EXPECT_EQ(settings, Settings());
    return error.what();
  }
  ADD_FAILURE() << patch << " was taken";
  return {};
}

TEST(Settings, DefaultsAreThoseOfTheProtocol) {
  const Json expected = json(R"({
    "displayedAttributes": ["*"], "searchableAttributes": ["*"], "filterableAttributes": [],
    "sortableAttributes": [],
    "rankingRules": ["words", "typo", "proximity", "attribute", "sort", "exactness"],
    "stopWords": [], "nonSeparatorTokens": [], "separatorTokens": [], "dictionary": [],
    "synonyms": {}, "distinctAttribute": null, "proximityPrecision": "byWord",
    "typoTolerance": {"enabled": true, "minWordSizeForTypos": {"oneTypo": 5, "twoTypos": 9},
      "disableOnWords": [], "disableOnAttributes": [], "disableOnNumbers": false},
    "faceting": {"maxValuesPerFacet": 100, "sortFacetValuesBy": {"*": "alpha"}},
    "pagination": {"maxTotalHits": 1000}, "embedders": {}, "searchCutoffMs": null,
    "localizedAttributes": null, "facetSearch": true, "prefixSearch": "indexingTime"})");
  EXPECT_EQ(Settings().shown(), expected);
}

TEST(Settings, AMergeChangesWhatItNames) {
  const Settings settings = with(R"({
    "filterableAttributes": ["مصدر", "a"], "sortableAttributes": ["b", "a", "b"],
    "distinctAttribute": "a", "searchCutoffMs": 150, "facetSearch": false,
    "prefixSearch": "disabled", "proximityPrecision": "byAttribute",
    "stopWords": ["the", "a"], "synonyms": {"b": ["a"], "a": ["c", "b"]},
    "rankingRules": ["words", "date:desc"]})");
  EXPECT_EQ(settings.value("filterableAttributes"), json(R"(["مصدر", "a"])"));
  EXPECT_EQ(settings.value("sortableAttributes"), json(R"(["a", "b"])"));
  EXPECT_EQ(settings.value("stopWords"), json(R"(["a", "the"])"));
  EXPECT_EQ(settings.value("synonyms").dump(), R"({"a":["c","b"],"b":["a"]})");
  EXPECT_EQ(settings.value("searchCutoffMs"), 150);
  EXPECT_EQ(settings.value("rankingRules"), json(R"(["words", "date:desc"])"));
  EXPECT_EQ(settings.value("searchableAttributes"), json(R"(["*"])"));
}

TEST(Settings, MembersOfObjectsAreMergedOneByOne) {
  Settings settings = with(R"({"typoTolerance": {"minWordSizeForTypos": {"oneTypo": 3}}})");
  settings.merge(json(R"({"typoTolerance": {"enabled": false, "disableOnWords": ["b", "a"]}})"));
  EXPECT_EQ(settings.value("typoTolerance"), json(R"({"enabled": false,
    "minWordSizeForTypos": {"oneTypo": 3, "twoTypos": 9}, "disableOnWords": ["a", "b"],
    "disableOnAttributes": [], "disableOnNumbers": false})"));
  settings.merge(json(R"({"typoTolerance": {"minWordSizeForTypos": null}})"));
  EXPECT_EQ(settings.value("typoTolerance")["minWordSizeForTypos"]["oneTypo"], 5);
  settings.merge(json(R"({"faceting": {"sortFacetValuesBy": {"source": "count"}}})"));
  EXPECT_EQ(settings.value("faceting"), json(R"({"maxValuesPerFacet": 100,
    "sortFacetValuesBy": {"*": "alpha", "source": "count"}})"));
  settings.merge(json(R"({"embedders": {"a": {"source": "x"}, "b": {}}})"));
  settings.merge(json(R"({"embedders": {"a": null}})"));
  EXPECT_EQ(settings.value("embedders"), json(R"({"b": {}})"));
}

TEST(Settings, NullResets) {
  Settings settings = with(R"({"typoTolerance": {"enabled": false}, "stopWords": ["a"],
                               "faceting": {"maxValuesPerFacet": 3}, "distinctAttribute": "a"})");
  settings.merge(json(R"({"typoTolerance": null, "stopWords": null,
                          "faceting": {"maxValuesPerFacet": null}, "distinctAttribute": null})"));
  EXPECT_EQ(settings, Settings());
}

TEST(Settings, AStarAmongNamesStandsForAllOfThem) {
  EXPECT_EQ(with(R"({"displayedAttributes": ["a", "*"], "searchableAttributes": ["*", "b"]})"),
            Settings());
}

TEST(Settings, GranularFiltersAreKept) {
  const Settings settings = with(R"({"filterableAttributes": ["a",
      {"attributePatterns": ["b", "c"], "features": {"facetSearch": true}},
      {"attributePatterns": ["d"], "features": {"filter": {"comparison": true}}}]})");
  EXPECT_EQ(settings.value("filterableAttributes"), json(R"(["a",
      {"attributePatterns": ["b", "c"],
       "features": {"facetSearch": true, "filter": {"equality": true, "comparison": false}}},
      {"attributePatterns": ["d"],
       "features": {"facetSearch": false, "filter": {"equality": true, "comparison": true}}}])"));
}

TEST(Settings, ErrorsNameThePlaceAndWhatWasExpected) {
  EXPECT_THAT(
      refusal(R"({"searchableAttributes": "title"})", "invalid_settings_searchable_attributes"),
      AllOf(HasSubstr("`.searchableAttributes`"), HasSubstr("expected an array"),
            HasSubstr("a string: `\"title\"`")));
  EXPECT_THAT(refusal(R"({"stopWords": ["a", 1]})", "invalid_settings_stop_words"),
              HasSubstr("`.stopWords[1]`"));
  EXPECT_THAT(refusal(R"({"typoTolerance": {"minWordSizeForTypos": {"oneTypo": 300}}})",
                      "invalid_settings_typo_tolerance"),
              AllOf(HasSubstr(".typoTolerance.minWordSizeForTypos.oneTypo"), HasSubstr("255")));
  EXPECT_THAT(refusal(R"({"typoTolerance": {"minWordSizeForTypos": {"oneTypo": 10}}})",
                      "invalid_settings_typo_tolerance"),
              HasSubstr("twoTypos"));
  EXPECT_THAT(refusal(R"({"typoTolerance": {"enable": true}})", "invalid_settings_typo_tolerance"),
              AllOf(HasSubstr("Unknown field `enable`"), HasSubstr("`enabled`")));
  EXPECT_THAT(refusal(R"({"rankingRules": ["speed"]})", "invalid_settings_ranking_rules"),
              HasSubstr("`speed`"));
  EXPECT_THAT(refusal(R"({"rankingRules": [":asc"]})", "invalid_settings_ranking_rules"),
              HasSubstr("`:asc`"));
  EXPECT_THAT(refusal(R"({"prefixSearch": "on"})", "invalid_settings_prefix_search"),
              HasSubstr("`indexingTime`"));
  EXPECT_THAT(refusal(R"({"pagination": {"maxTotalHits": -1}})", "invalid_settings_pagination"),
              HasSubstr("-1"));
  EXPECT_THAT(refusal(R"({"searchCutoffMs": 1.5})", "invalid_settings_search_cutoff_ms"),
              HasSubstr("integer"));
  EXPECT_THAT(refusal(R"({"synonyms": {"a": "b"}})", "invalid_settings_synonyms"),
              HasSubstr("`.synonyms.a`"));
  EXPECT_THAT(refusal(R"({"filterableAttributes": [{"features": {}}]})",
                      "invalid_settings_filterable_attributes"),
              HasSubstr("`attributePatterns` is missing"));
  EXPECT_THAT(refusal(R"({"localizedAttributes": [{"locales": []}]})",
                      "invalid_settings_localized_attributes"),
              HasSubstr("attributePatterns"));
  EXPECT_THAT(refusal(R"({"filtrableAttributes": []})", "bad_request"),
              AllOf(HasSubstr("`filtrableAttributes`"), HasSubstr("`filterableAttributes`")));
  EXPECT_THAT(refusal("[]", "bad_request"), HasSubstr("expected an object"));
}

TEST(Settings, WhatIsNotSupportedSaysSo) {
  EXPECT_THAT(refusal(R"({"chat": {}})", "feature_not_enabled"), HasSubstr("`chat`"));
  EXPECT_THAT(
      refusal(R"({"filterableAttributes": ["a*"]})", "invalid_settings_filterable_attributes"),
      HasSubstr("not supported"));
  EXPECT_THAT(refusal(R"({"sortableAttributes": ["a:b"]})", "invalid_settings_sortable_attributes"),
              HasSubstr("a:b"));
  EXPECT_THAT(
      refusal(R"({"attributes": {"a": {"type": "colour"}}})", "invalid_settings_attributes"),
      HasSubstr("colour"));
}

TEST(Settings, AMergeIsAllOrNothing) {
  Settings settings;
  EXPECT_THROW(settings.merge(json(R"({"stopWords": ["a"], "dictionary": 1})")), errors::ApiError);
  EXPECT_EQ(settings, Settings());
}

TEST(Settings, EachHasARouteOfItsOwn) {
  std::set<std::string_view> routes;
  for (const SettingRow& row : setting_rows()) {
    EXPECT_TRUE(routes.insert(row.route).second) << row.route;
    EXPECT_EQ(find_setting(row.name), &row);
    EXPECT_EQ(find_setting_route(row.route), &row);
    EXPECT_EQ(errors::error_kind(row.error_code).status, 400);
  }
  EXPECT_EQ(find_setting_route("filterable-attributes")->verb, Verb::kPut);
  EXPECT_EQ(find_setting_route("typo-tolerance")->verb, Verb::kPatch);
  EXPECT_EQ(find_setting_route("nothing"), nullptr);
}

TEST(Settings, ARouteTakesTheBareValue) {
  Settings settings;
  const SettingRow& row = *find_setting_route("pagination");
  settings.merge_one(row, json(R"({"maxTotalHits": 5})"));
  EXPECT_EQ(settings.value("pagination"), json(R"({"maxTotalHits": 5})"));
  settings.merge_one(row, Json());
  EXPECT_EQ(settings, Settings());
  settings.merge_one(row, json(R"({"maxTotalHits": 5})"));
  settings.reset(row);
  EXPECT_EQ(settings, Settings());
  try {
    settings.merge_one(row, json("[]"));
    FAIL();
  } catch (const errors::ApiError& error) {
    EXPECT_EQ(error.code(), "invalid_settings_pagination");
    EXPECT_THAT(error.what(), HasSubstr("Invalid value type: expected an object"));
  }
}

TEST(Settings, WhatWasSetIsKeptAsText) {
  EXPECT_EQ(Settings().text(), "{}");
  EXPECT_EQ(Settings::read("{}"), Settings());
  const Settings settings = with(R"({"stopWords": ["مع"], "typoTolerance": {"enabled": false},
                                     "attributes": {"a": {"type": "number"}}})");
  EXPECT_EQ(Settings::read(settings.text()), settings);
  EXPECT_EQ(settings.shown()["attributes"], json(R"({"a": {"type": "number"}})"));
}

}  // namespace
}  // namespace fihris::server::settings
