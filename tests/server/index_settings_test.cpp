// What settings of the protocol become in an index.
#include "settings/index_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "errors/api_error.h"

namespace fihris::server::settings {
namespace {

Settings with(const std::string& patch) {
  Settings settings;
  settings.merge(Json::parse(patch));
  return settings;
}

TEST(IndexSettings, DefaultsNameNoAttributeAndSearchAll) {
  IndexSettings expected;
  expected.search_all = true;
  EXPECT_EQ(to_index_settings(Settings()), expected);
  EXPECT_FALSE(to_index_settings(with(R"({"searchableAttributes": ["a"]})")).search_all);
}

TEST(IndexSettings, AttributesHaveTheirUses) {
  const IndexSettings own = to_index_settings(with(R"({
    "searchableAttributes": ["caption"], "sortableAttributes": ["views"],
    "filterableAttributes": ["country", {"attributePatterns": ["views", "country"]}],
    "displayedAttributes": ["title", "country"], "distinctAttribute": "country",
    "attributes": {"country": {"arabicName": "البلد"}, "views": {"type": "number"},
                   "caption": {"weight": 2}}})"));
  ASSERT_EQ(own.attributes.size(), 3U);
  const Attribute& country = *own.find("country");
  EXPECT_TRUE(country.filterable && !country.sortable && !country.searchable);
  EXPECT_EQ(country.arabic_name, "البلد");
  const Attribute& views = *own.find("views");
  EXPECT_TRUE(views.filterable && views.sortable);
  EXPECT_EQ(views.type, AttributeType::kNumber);
  EXPECT_TRUE(own.find("caption")->searchable);
  EXPECT_EQ(own.find("caption")->weight, 2U);
  EXPECT_EQ(own.displayed, (std::vector<std::string>{"title", "country"}));
  EXPECT_EQ(own.distinct, "country");
}

TEST(IndexSettings, SynonymsBecomeOneGroupALine) {
  EXPECT_EQ(synonyms_text(Settings()), "");
  EXPECT_EQ(synonyms_text(with(R"({"synonyms": {"حاسوب": ["كمبيوتر", "حاسب آلي"], "UN": []}})")),
            "حاسوب, كمبيوتر, حاسب آلي\n");
}

TEST(IndexSettings, SynonymsBothWaysAreOneGroup) {
  EXPECT_EQ(synonyms_text(with(R"({"synonyms": {"a": ["b"], "b": ["a"]}})")), "a, b\n");
}

TEST(IndexSettings, SynonymsHoldNothingThatMeansSomethingInTheFile) {
  EXPECT_EQ(synonyms_text(with(R"({"synonyms": {"a,b#\n": ["c، d", ",", "a b"], "#": ["x"]}})")),
            "a b, c  d\n");
}

TEST(IndexSettings, ManySynonymsAreSeveralGroups) {
  std::string list;
  for (int i = 0; i < 40; ++i) list += (i > 0 ? ",\"s" : "\"s") + std::to_string(i) + "\"";
  const std::string text = synonyms_text(with("{\"synonyms\": {\"w\": [" + list + "]}}"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 2);
  EXPECT_THAT(text, ::testing::HasSubstr("s30\nw, s31"));
}

TEST(IndexSettings, ASearchLooksForSoManySynonymsOnly) {
  std::string list = "\"s\"";
  for (int i = 0; i < 100; ++i) list += ",\"s" + std::to_string(i) + "\"";
  EXPECT_THROW(with("{\"synonyms\": {\"w\": [" + list + "]}}"), errors::ApiError);
}

TEST(IndexSettings, WhatHasNoEffectIsASetting) {
  for (const NoEffect& each : kWithoutEffect) {
    const std::string_view name = each.name.substr(0, each.name.find('.'));
    EXPECT_NE(find_setting(name), nullptr) << name;
    EXPECT_TRUE(each.why.ends_with('.'));
  }
}

}  // namespace
}  // namespace fihris::server::settings
