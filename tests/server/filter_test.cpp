// Each form of a condition, and what is said of those that are wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "errors/api_error.h"
#include "filters/parse_filter.h"

namespace fihris::server::filters {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using Json = nlohmann::ordered_json;
using Kind = Filter::Kind;

Filter parsed(const Json& filter) {
  return parse_filter(filter, "invalid_search_filter").value_or(Filter{});
}

Filter equals(const std::string& field, const std::string& value) {
  return {.kind = Kind::kEquals, .field = field, .value = value};
}

Filter both(Filter a, Filter b) {
  return {.kind = Kind::kAnd, .children = {std::move(a), std::move(b)}};
}

Filter either(Filter a, Filter b) {
  return {.kind = Kind::kOr, .children = {std::move(a), std::move(b)}};
}

Filter inverse(Filter a) { return {.kind = Kind::kNot, .children = {std::move(a)}}; }

Filter range(std::optional<FilterBound> from, std::optional<FilterBound> to) {
  return {.kind = Kind::kRange, .field = "n", .from = std::move(from), .to = std::move(to)};
}

std::string message_of(const Json& filter, const std::string& code = "invalid_search_filter") {
  try {
    parse_filter(filter, "invalid_search_filter");
  } catch (const errors::ApiError& error) {
    EXPECT_EQ(error.code(), code);
    EXPECT_EQ(error.status(), 400);
    return error.what();
  }
  ADD_FAILURE() << filter << " was read";
  return {};
}

TEST(Filter, ReadsComparisons) {
  EXPECT_EQ(parsed("n = 1"), equals("n", "1"));
  EXPECT_EQ(parsed("n=1"), equals("n", "1"));
  EXPECT_EQ(parsed("n != 1"), inverse(equals("n", "1")));
  EXPECT_EQ(parsed("n > -1.5"), range(FilterBound{"-1.5", false}, {}));
  EXPECT_EQ(parsed("n>=1"), range(FilterBound{"1"}, {}));
  EXPECT_EQ(parsed("n < 1"), range({}, FilterBound{"1", false}));
  EXPECT_EQ(parsed("n <= 1"), range({}, FilterBound{"1"}));
  EXPECT_EQ(parsed("n 1 TO 2"), range(FilterBound{"1"}, FilterBound{"2"}));
  EXPECT_EQ(parsed("\"n\" \"1\" TO 2"), range(FilterBound{"1"}, FilterBound{"2"}));
}

TEST(Filter, ReadsConditionsInWords) {
  EXPECT_EQ(parsed("a EXISTS"), (Filter{.kind = Kind::kExists, .field = "a"}));
  EXPECT_EQ(parsed("a NOT EXISTS"), inverse({.kind = Kind::kExists, .field = "a"}));
  EXPECT_EQ(parsed("a IS NULL"), (Filter{.kind = Kind::kIsNull, .field = "a"}));
  EXPECT_EQ(parsed("a IS NOT NULL"), inverse({.kind = Kind::kIsNull, .field = "a"}));
  EXPECT_EQ(parsed("a IS EMPTY"), (Filter{.kind = Kind::kIsEmpty, .field = "a"}));
  EXPECT_EQ(parsed("a IS NOT EMPTY"), inverse({.kind = Kind::kIsEmpty, .field = "a"}));
  EXPECT_EQ(parsed("a STARTS WITH b"),
            (Filter{.kind = Kind::kBeginsWith, .field = "a", .value = "b"}));
  EXPECT_EQ(parsed("a NOT STARTS  WITH b"),
            inverse({.kind = Kind::kBeginsWith, .field = "a", .value = "b"}));
}

TEST(Filter, ReadsListsOfValues) {
  EXPECT_EQ(parsed("a IN [b, 'c d',]"), either(equals("a", "b"), equals("a", "c d")));
  EXPECT_EQ(parsed("a NOT IN[b,c]"), inverse(either(equals("a", "b"), equals("a", "c"))));
  EXPECT_EQ(parsed("a IN [b]"), equals("a", "b"));
  EXPECT_EQ(parsed("a IN []"), (Filter{.kind = Kind::kOr}));
}

TEST(Filter, NotBindsBeforeAndBeforeOr) {
  const Filter a = equals("a", "1");
  const Filter b = equals("b", "2");
  const Filter c = equals("c", "3");
  EXPECT_EQ(parsed("a=1 OR b=2 AND c=3"), either(a, both(b, c)));
  EXPECT_EQ(parsed("(a=1 OR b=2) AND c=3"), both(either(a, b), c));
  EXPECT_EQ(parsed("NOT a=1 AND b=2"), both(inverse(a), b));
  EXPECT_EQ(parsed("NOT (a=1 AND b=2)"), inverse(both(a, b)));
  EXPECT_EQ(parsed("NOT(a=1)"), inverse(a));
  EXPECT_EQ(parsed("NOT NOT a=1"), a);
  EXPECT_EQ(parsed("NOT a != 1"), a);
}

TEST(Filter, ReadsNamesAndValuesOfAllKinds) {
  EXPECT_EQ(parsed("place.country = مصر"), equals("place.country", "مصر"));
  EXPECT_EQ(parsed("البلد = 'الإمارات العربية'"), equals("البلد", "الإمارات العربية"));
  EXPECT_EQ(parsed("البَلَدُ=مِصْر"), equals("البَلَدُ", "مِصْر"));
  EXPECT_EQ(parsed(R"("a \"b\"" = 'it\'s')"), equals("a \"b\"", "it's"));
  EXPECT_EQ(parsed(R"(a = "\\ \n \u0645 \u{1F600} \x41")"), equals("a", "\\ \n م 😀 A"));
  EXPECT_EQ(parsed("'AND' = \"IN\""), equals("AND", "IN"));
  EXPECT_EQ(parsed("and = in"), equals("and", "in"));
  EXPECT_EQ(parsed("\n\ta\xC2\xA0=\n b "), equals("a", "b"));
  EXPECT_EQ(parsed("a = ''"), equals("a", ""));
  EXPECT_EQ(parsed("date >= 2025-12-01"),
            (Filter{.kind = Kind::kRange, .field = "date", .from = FilterBound{"2025-12-01"}}));
}

TEST(Filter, OuterListsAreAllOfTheirTextsInnerListsAny) {
  const Filter a = equals("a", "1");
  const Filter b = equals("b", "2");
  const Filter c = equals("c", "3");
  EXPECT_EQ(parsed(Json::array({"a=1", "b=2"})), both(a, b));
  EXPECT_EQ(parsed(Json::array({Json::array({"a=1", "b=2"}), "c=3"})), both(either(a, b), c));
  EXPECT_EQ(parsed(Json::array({"a=1 OR b=2", "", "c=3"})), both(either(a, b), c));
  EXPECT_EQ(parsed(Json::array({Json::array({"a=1"})})), a);
}

TEST(Filter, NothingAsksNothing) {
  for (const Json& filter : {Json(), Json(""), Json(" \n"), Json::array(), Json::array({""}),
                             Json::array({Json::array()})})
    EXPECT_EQ(parse_filter(filter, "invalid_search_filter"), std::nullopt) << filter;
}

TEST(Filter, AParameterIsAListInJsonOrAText) {
  const auto parameter = [](std::string_view text) {
    return parse_filter_parameter(text, "invalid_search_filter").value_or(Filter{});
  };
  EXPECT_EQ(parameter(R"([["a=1","b=2"]])"), either(equals("a", "1"), equals("b", "2")));
  EXPECT_EQ(parameter("a=1"), equals("a", "1"));
  EXPECT_EQ(parameter(""), Filter{});
  EXPECT_THROW(parameter("[a=1]"), errors::ApiError);
}

TEST(Filter, ErrorsSayWhereAndWhatWasExpected) {
  EXPECT_THAT(message_of("a"), AllOf(HasSubstr("STARTS WITH"), HasSubstr("not its end"),
                                     HasSubstr("at character 2 of the filter")));
  EXPECT_THAT(message_of("مصر مدينة"), AllOf(HasSubstr("`مدينة`"), HasSubstr("character 5 ")));
  EXPECT_THAT(message_of("a = "), AllOf(HasSubstr("a value"), HasSubstr("character 5 ")));
  EXPECT_THAT(message_of("a = AND"), HasSubstr("keyword"));
  EXPECT_THAT(message_of("a = 1 b = 2"), AllOf(HasSubstr("AND, OR"), HasSubstr("`b = 2`")));
  EXPECT_THAT(message_of("a = 1 and b = 2"), HasSubstr("`and b = 2`"));
  EXPECT_THAT(message_of("(a = 1"), HasSubstr("closing parenthesis"));
  EXPECT_THAT(message_of("a = 'b"), AllOf(HasSubstr("not closed"), HasSubstr("character 5 ")));
  EXPECT_THAT(message_of(R"(a = "b\q")"), AllOf(HasSubstr("backslash"), HasSubstr("character 7")));
  EXPECT_THAT(message_of("a IN [b"), HasSubstr("comma or ]"));
  EXPECT_THAT(message_of("a IN b"), HasSubstr("[ and a list"));
  EXPECT_THAT(message_of("a IS b"), HasSubstr("NULL, EMPTY"));
  EXPECT_THAT(message_of("a NOT b"), HasSubstr("IN, EXISTS"));
  EXPECT_THAT(message_of(Json::array({"a=1", "b"})), HasSubstr("filter[1]"));
}

TEST(Filter, WrongTypesAreNamedWithTheirPlace) {
  EXPECT_THAT(message_of(1), AllOf(HasSubstr("`filter`"), HasSubstr("number")));
  EXPECT_THAT(message_of(Json::array({"a=1", Json::array({true})})),
              AllOf(HasSubstr("`filter[1][0]`"), HasSubstr("boolean")));
  EXPECT_THAT(message_of(Json::array({Json::array({Json::array({"a=1"})})})),
              HasSubstr("`filter[0][0]`"));
}

TEST(Filter, WhatIsNotSupportedSaysSo) {
  EXPECT_THAT(message_of("_geoRadius(1, 2, 3)"), HasSubstr("not supported"));
  EXPECT_THAT(message_of("a = 1 AND _geoBoundingBox([1, 2], [3, 4])"), HasSubstr("character 11"));
  EXPECT_THAT(message_of("a CONTAINS b", "feature_not_enabled"), HasSubstr("CONTAINS"));
  EXPECT_THAT(message_of("a NOT CONTAINS b", "feature_not_enabled"), HasSubstr("CONTAINS"));
}

TEST(Filter, TheCallerGivesTheCode) {
  try {
    parse_filter("a", "invalid_document_filter");
    FAIL();
  } catch (const errors::ApiError& error) {
    EXPECT_EQ(error.code(), "invalid_document_filter");
  }
}

TEST(Filter, DepthAndSizeAreBounded) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a=1" + std::string(depth, ')');
  };
  EXPECT_EQ(parsed(nested(kMaxFilterDepth)), equals("a", "1"));
  EXPECT_THAT(message_of(nested(kMaxFilterDepth + 1)), HasSubstr("in each other"));
  EXPECT_THAT(message_of(std::string(1'000'000, '(')), HasSubstr("in each other"));
  std::string nots;
  for (int i = 0; i < 100'000; ++i) nots += "NOT ";
  EXPECT_THAT(message_of(nots + "a=1"), HasSubstr("in each other"));
}

TEST(Filter, ManyValuesAreRead) {
  std::string list = "a IN [";
  for (int i = 0; i < 10'000; ++i) list += "'قيمة " + std::to_string(i) + "',";
  EXPECT_EQ(parsed(list + "]").children.size(), 10'000U);
  std::string alternatives = "a=0";
  for (std::size_t i = 0; i < kMaxFilterConditions; ++i) alternatives += " OR a=1";
  EXPECT_THAT(message_of(alternatives), HasSubstr("conditions and values"));
}

}  // namespace
}  // namespace fihris::server::filters
