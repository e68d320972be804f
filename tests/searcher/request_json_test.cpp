// The table of options: the command line's words and JSON set the same, and refuse the same.
#include "fihris/searcher/request_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "fihris/searcher/request_options.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"

namespace fihris::testing {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Texts = std::vector<std::string>;

// What may be written for an option, other than its default: on the command line and in JSON.
struct Sample {
  Texts texts;
  json value;
};

struct GoodSamples {
  std::vector<Sample> operator()(const TextOption&) const { return {{{"وزير"}, "وزير"}}; }
  std::vector<Sample> operator()(const DayOption&) const {
    return {{{"2025-12-23"}, "2025-12-23"}};
  }
  std::vector<Sample> operator()(const TextsOption& option) const {
    const Texts most(option.max_values, "أ");
    return {{{"أ", "ب"}, {"أ", "ب"}}, {{"أ"}, "أ"}, {most, most}};
  }
  std::vector<Sample> operator()(const CountOption& option) const {
    return {{{std::to_string(option.max)}, option.max}, {{std::to_string(option.min)}, option.min}};
  }
  std::vector<Sample> operator()(const NumberOption& option) const {
    return {{{"2.5"}, 2.5}, {{"7"}, 7}, {{std::to_string(option.max)}, option.max}};
  }
  std::vector<Sample> operator()(const FlagOption& option) const {
    return {{{}, !(SearchRequest{}.*option.value)}};
  }
  std::vector<Sample> operator()(const SortOption&) const {
    return {{{"date:asc"}, "date:asc"},
            {{"views:desc"}, json::array({"views:desc"})},
            {{"views:desc, date:asc"}, json::array({"views:desc", "date:asc"})}};
  }
  std::vector<Sample> operator()(const NameOption& option) const {
    const std::string last(option.names.back());
    return {{{last}, last}, {{last}, json::array({last})}};
  }
  std::vector<Sample> operator()(const NamesOption& option) const {
    const std::string first(option.names.front());
    const std::string last(option.names.back());
    return {{{first}, first},
            {{last + "," + first}, {first, last}},
            {{"none"}, "none"},
            {{"none"}, json::array()}};
  }
};

// Texts that the option refuses on both ways.
struct BadSamples {
  std::vector<Sample> operator()(const TextOption& option) const {
    const std::string long_text(option.max_bytes + 1, 'x');
    return {{{long_text}, long_text}};
  }
  std::vector<Sample> operator()(const DayOption&) const {
    return {{{"yesterday"}, "yesterday"}, {{"2025-02-30"}, "2025-02-30"}};
  }
  std::vector<Sample> operator()(const TextsOption& option) const {
    const Texts many(option.max_values + 1, "أ");
    const std::string long_text(option.max_bytes + 1, 'x');
    return {{many, many}, {{long_text}, long_text}};
  }
  std::vector<Sample> operator()(const CountOption& option) const {
    return {{{std::to_string(option.max + 1)}, option.max + 1}, {{"-1"}, -1}, {{"1.5"}, 1.5}};
  }
  std::vector<Sample> operator()(const NumberOption& option) const {
    return {{{json(option.max * 2).dump()}, option.max * 2}, {{"-1"}, -1}};
  }
  std::vector<Sample> operator()(const FlagOption&) const { return {}; }
  std::vector<Sample> operator()(const SortOption&) const {
    return {{{"views"}, "views"},
            {{"views:up"}, "views:up"},
            {{":desc"}, ":desc"},
            {{"views:asc,"}, "views:asc,"},
            {{"views:asc,relevance"}, "views:asc,relevance"}};
  }
  std::vector<Sample> operator()(const NameOption&) const { return {{{"size"}, "size"}}; }
  std::vector<Sample> operator()(const NamesOption& option) const {
    const std::string two = std::string(option.names.front()) + ",magic";
    return {{{two}, two}, {{"none,magic"}, "none,magic"}};
  }
};

std::string request_with(std::string_view name, const json& value) {
  return json{{std::string(name), value}}.dump();
}

SearchRequest set(const RequestOption& option, const Texts& texts) {
  SearchRequest request;
  set_option(request, option, option.name, texts);
  return request;
}

template <class Ask>
std::string complaint(Ask ask) {
  try {
    ask();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kUsage);
    return error.what();
  }
  return "no complaint";
}

std::string complaint_of(const std::string& text) {
  return complaint([&] { read_request(text); });
}

TEST(RequestOptions, AreSetAlikeByWordsAndJson) {
  for (const RequestOption& option : request_options()) {
    for (const Sample& sample : std::visit(GoodSamples{}, option.kind)) {
      const std::string text = request_with(option.name, sample.value);
      SCOPED_TRACE(text.substr(0, 200));
      const SearchRequest request = read_request(text);
      EXPECT_EQ(request, set(option, sample.texts));
    }
    EXPECT_NE(set(option, std::visit(GoodSamples{}, option.kind).front().texts), SearchRequest{})
        << option.name;
  }
}

TEST(RequestOptions, AreRefusedAlikeByWordsAndJson) {
  for (const RequestOption& option : request_options()) {
    for (const Sample& sample : std::visit(BadSamples{}, option.kind)) {
      const std::string text = request_with(option.name, sample.value);
      SCOPED_TRACE(text.substr(0, 200));
      const std::string said = complaint([&] { set(option, sample.texts); });
      EXPECT_THAT(said, StartsWith(std::string(option.name) + " must be " + allowed_values(option) +
                                   ", not "));
      EXPECT_EQ(complaint_of(text), said);
      EXPECT_LT(said.size(), 400U);
    }
  }
}

TEST(RequestOptions, RefuseValuesOfAnotherType) {
  for (const RequestOption& option : request_options()) {
    SCOPED_TRACE(option.name);
    const std::string beginning = std::string(option.name) + " must be " + allowed_values(option);
    const json object = {{"a", 1}};
    const json lists = json::array({json::array({"a"})});
    for (const json& value : {object, lists, json::array({1})})
      EXPECT_THAT(complaint_of(request_with(option.name, value)), StartsWith(beginning)) << value;
    const bool is_flag = std::holds_alternative<FlagOption>(option.kind);
    const json other = is_flag ? json("true") : json(true);
    EXPECT_THAT(complaint_of(request_with(option.name, other)), StartsWith(beginning));
  }
}

TEST(RequestOptions, NullIsTheDefault) {
  for (const RequestOption& option : request_options())
    EXPECT_EQ(read_request(request_with(option.name, nullptr)), SearchRequest{}) << option.name;
}

TEST(RequestOptions, HaveNamesFlagsAndHelpOfTheirOwn) {
  std::set<std::string_view> names;
  std::set<std::string_view> flags;
  for (const RequestOption& option : request_options()) {
    EXPECT_TRUE(names.insert(option.name).second) << option.name;
    EXPECT_TRUE(flags.insert(option.flag).second) << option.flag;
    EXPECT_FALSE(option.help.empty()) << option.name;
  }
  EXPECT_EQ(request_options().front().name, "q");
}

// Help is written by hand; what it says of defaults and fields is told elsewhere.
TEST(RequestOptions, HelpSaysWhatIsTrue) {
  const auto help = [](std::string_view name) {
    const auto options = request_options();
    return std::string(
        std::find_if(options.begin(), options.end(), [&](const RequestOption& option) {
          return option.name == name;
        })->help);
  };
  const SearchRequest defaults;
  const auto in_parentheses = [](std::size_t n) { return "(" + std::to_string(n) + ")"; };
  EXPECT_THAT(help("snippetLength"), HasSubstr(in_parentheses(defaults.snippet_graphemes)));
  EXPECT_THAT(help("fragments"), HasSubstr(in_parentheses(defaults.fragments)));
  EXPECT_THAT(help("facetValues"), HasSubstr(in_parentheses(defaults.facet_values)));
  for (const std::string_view field : facet_names())
    EXPECT_THAT(help("facets"), HasSubstr(std::string(field)));
}

TEST(RequestOptions, AreAllInTheReadme) {
  std::ifstream file(FIHRIS_SOURCE_DIR "/README.md");
  const std::string readme{std::istreambuf_iterator<char>(file), {}};
  for (const RequestOption& option : request_options())
    EXPECT_THAT(readme, HasSubstr(std::string(option.flag)));
}

TEST(RequestJson, ReadsSeveralMembers) {
  const SearchRequest request = read_request(
      R"( {"q": "وزير", "limit": 5, "filter": ["source:رويترز"], "sort": ["date:desc"],
           "corrections": ["latin"], "syntax": "full", "dateHistogram": "month", "fold": false} )");
  EXPECT_EQ(request.query, "وزير");
  EXPECT_EQ(request.limit, 5U);
  EXPECT_THAT(request.filters, ElementsAre("source:رويترز"));
  EXPECT_EQ(request.sort, Sort::kDateDescending);
  EXPECT_EQ(request.corrections, (CorrectionKinds{false, false, true}));
  EXPECT_TRUE(request.full_syntax);
  EXPECT_EQ(request.histogram, Histogram::kMonth);
  EXPECT_FALSE(request.fold);
  EXPECT_EQ(read_request("{}"), SearchRequest{});
}

TEST(RequestJson, NamesAMemberThatDoesNotExistOrIsThereTwice) {
  EXPECT_THAT(complaint_of(R"({"q": "a", "limt": 5})"), HasSubstr("\"limt\""));
  EXPECT_THAT(complaint_of(R"({"": 1})"), HasSubstr("\"\""));
  EXPECT_THAT(complaint_of("{\"" + std::string(100'000, 'n') + "\": 1}"), HasSubstr("nnn…"));
  EXPECT_THAT(complaint_of(R"({"q": "a", "q": "b"})"), StartsWith("q is there twice"));
}

TEST(RequestJson, SaysWhereTextIsNoJson) {
  EXPECT_THAT(complaint_of(R"({"q": "a" "limit": 5})"), HasSubstr("byte 17 of 21"));
  EXPECT_THAT(complaint_of(R"({"limit": 05})"), HasSubstr("byte 12 of 13"));
  for (const std::string text :
       {"", " ", "{", "{\"q\"", "{\"q\": ", "{\"q\": \"a\"}}", "{\"q\": nan}", "{\"q\": \"\xD9\"}",
        "{\"q\": \"\\ud800\"}", "{'q': 1}", "\xFF"}) {
    EXPECT_THAT(complaint_of(text), StartsWith("the request is no JSON: it goes wrong at byte "))
        << text;
  }
  for (const std::string text : {"[]", "5", "null", "\"q\"", "[[[["})
    EXPECT_THAT(complaint_of(text), StartsWith("the request is no JSON object")) << text;
}

TEST(RequestJson, TellsNulFromTheEnd) {
  using namespace std::string_literals;
  EXPECT_THAT(complaint_of("{\"q\": \"a\"}\0"s), HasSubstr("no JSON"));
  EXPECT_THAT(complaint_of("{\"q\": \"a\0b\"}"s), HasSubstr("no JSON"));
  EXPECT_EQ(read_request(R"({"q": "a\u0000b"})").query, "a\0b"s);
  EXPECT_THAT(complaint_of(R"({"today": "2025-12-23\u0000"})"), StartsWith("today must be"));
}

TEST(RequestJson, EndsAtTheSecondLevelHoweverDeepTheText) {
  const std::string deep(1'000'000, '[');
  EXPECT_THAT(complaint_of("{\"filter\": " + deep), StartsWith("filter must be a list"));
  EXPECT_THAT(complaint_of("{\"limit\": " + deep), StartsWith("limit must be a whole number"));
  EXPECT_THAT(complaint_of("{\"q\": {\"q\": "), StartsWith("q must be a text"));
}

TEST(RequestJson, ShowsNumbersNobodyCanHold) {
  const std::string digits(400, '7');
  for (const std::string& number : {digits, "-" + digits, "1e" + digits, digits + ".5"}) {
    for (const std::string name : {"limit", "recency"}) {
      EXPECT_THAT(
          complaint_of("{\"" + name + "\": " + number + "}"),
          AllOf(StartsWith(name + " must be a"), HasSubstr("not \"" + number.substr(0, 60))));
    }
  }
  EXPECT_THAT(complaint_of("{\"q\": " + digits + "}"), StartsWith("q must be a text"));
}

}  // namespace
}  // namespace fihris::testing
