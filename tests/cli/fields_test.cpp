// Every built-in field from JSON through the index and back, by the one table of them.
#include "fihris/store/fields.h"

#include <gmock/gmock.h>

#include "command_line.h"

namespace fihris::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;

class FieldTable : public CommandLine {
 protected:
  // Two articles: "given", in which every field has a value, and "bare", which has none.
  void SetUp() override {
    for (const FieldSpec& field : kFields) {
      if (field.json_name.empty()) continue;
      const std::string value = value_of(field);
      given_[std::string(field.json_name)] =
          field.list != nullptr ? json{value, "ثان"} : json(value);
    }
    index_lines(given_.dump() + '\n' +
                json{{"id", "bare"}, {"title", "قافلة"}, {"body", "قيمة القافلة"}}.dump() + '\n');
  }

  static std::string value_of(const FieldSpec& field) {
    if (field.role == FieldRole::kId) return "given";
    if (field.role == FieldRole::kDate) return "2025-12-23";
    return "قيمة " + std::string(field.json_name);
  }

  json given_ = json::object();
};

TEST_F(FieldTable, EveryFieldComesBack) {
  const json got = json::parse(fihris({"get", "--db", db(), "given"}).out);
  for (const FieldSpec& field : kFields) {
    if (field.json_name.empty()) continue;
    const std::string name(field.json_name);
    EXPECT_EQ(got.value(name, json()), given_[name]) << name;
  }
  EXPECT_EQ(got.size(), given_.size());
  const std::vector<std::string> exported = lines_of(fihris({"export", "--db", db()}).out);
  ASSERT_EQ(exported.size(), 2U);
  EXPECT_EQ(json::parse(exported.front()), got);
}

TEST_F(FieldTable, EveryFieldThatHasANameFiltersByIt) {
  int named = 0;
  for (const FieldSpec& field : kFields) {
    if (field.name.empty()) continue;
    ++named;
    for (const std::string_view name : {field.name, field.arabic_name}) {
      const std::string filter = std::string(name) + ':' + value_of(field);
      EXPECT_THAT(search_ids({"--filter", filter, "قيمة"}), ElementsAre("given")) << filter;
      const std::string quoted = std::string(name) + ":\"" + value_of(field) + '"';
      EXPECT_THAT(search_ids({"قيمة", quoted}), ElementsAre("given")) << quoted;
    }
  }
  EXPECT_GE(named, 6);
}

TEST_F(FieldTable, EveryFacetIsCountedByEitherName) {
  int facets = 0;
  for (const FieldSpec& field : kFields) {
    if (field.facet == FacetField::kNone) continue;
    ++facets;
    for (const std::string_view name : {field.name, field.arabic_name}) {
      const json found = json::parse(
          fihris({"search", "--db", db(), "--json", "--facet", std::string(name), "قيمة"}).out);
      const json counts = found["facetDistribution"][std::string(field.name)];
      EXPECT_EQ(counts.value(value_of(field), 0), 1) << name;
      EXPECT_EQ(counts.size(), field.list != nullptr ? 2U : 1U) << name;
    }
  }
  EXPECT_GE(facets, 4);
}

TEST_F(FieldTable, HelpNamesEveryField) {
  const std::string index = fihris({"index", "--help"}).out;
  const std::string search = fihris({"search", "--help"}).out;
  for (const FieldSpec& field : kFields) {
    EXPECT_THAT(index, ::testing::HasSubstr(std::string(field.json_name)));
    if (!field.name.empty()) {
      EXPECT_THAT(search, ::testing::HasSubstr(std::string(field.name) + ':'));
    }
  }
}

}  // namespace
}  // namespace fihris::testing
