// Fields of the index's own, against a plain program over the same values.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "fihris/indexer/index_writer.h"
#include "fihris/store/error.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

IndexSettings settings() {
  return settings_from_json(R"({
    "searchableAttributes": ["caption"],
    "filterableAttributes": ["country", "views", "live", "when"],
    "sortableAttributes": ["views", "country"],
    "attributes": {"country": {"arabicName": "البلد", "type": "text"}, "views": {"type": "number"},
                   "live": {"type": "boolean"}, "when": {"type": "date"}}})",
                            "settings");
}

Article with(std::string id, const json& members) {
  Article made = article(std::move(id), "", "نفط");
  made.extra = members.dump();
  return made;
}

// The values of an article, as the plain program sees them.
struct Row {
  std::string id;
  std::vector<std::string> countries;
  std::vector<int> views;
  std::optional<bool> live;
};

json members_of(const Row& row) {
  json members = json::object();
  if (!row.countries.empty()) members["country"] = row.countries;
  if (row.views.size() == 1) members["views"] = row.views.front();
  if (row.views.size() > 1) members["views"] = row.views;
  if (row.live) members["live"] = *row.live;
  return members;
}

// A filter as text, and what it means.
struct Asked {
  std::string text;
  std::function<bool(const Row&)> holds;
};

const std::vector<std::string> kCountries{"مصر", "العراق", "المغرب", "سوريا"};

Asked some_value() {
  switch (*rc::gen::inRange(0, 6)) {
    case 0: {
      const std::string country = *rc::gen::elementOf(kCountries);
      return {"country:" + country, [country](const Row& row) {
                return std::count(row.countries.begin(), row.countries.end(), country) > 0;
              }};
    }
    case 1: {
      const int low = *rc::gen::inRange(-5, 12);
      const int high = *rc::gen::inRange(low, 14);
      return {"views:" + std::to_string(low) + ".." + std::to_string(high), [=](const Row& row) {
                return std::any_of(row.views.begin(), row.views.end(),
                                   [=](int v) { return low <= v && v <= high; });
              }};
    }
    case 2: {
      const int low = *rc::gen::inRange(-5, 12);
      return {"views:" + std::to_string(low) + "..", [=](const Row& row) {
                return std::any_of(row.views.begin(), row.views.end(),
                                   [=](int v) { return v >= low; });
              }};
    }
    case 3:
      return {"live:true", [](const Row& row) { return row.live == true; }};
    case 4:
      return {"views:*", [](const Row& row) { return !row.views.empty(); }};
    default:
      return {"country:*", [](const Row& row) { return !row.countries.empty(); }};
  }
}

Asked some_filter() {
  const Asked one = some_value();
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return {"-" + one.text, [one](const Row& row) { return !one.holds(row); }};
    case 1: {
      const Asked two = some_value();
      return {"(" + one.text + " OR " + two.text + ")",
              [=](const Row& row) { return one.holds(row) || two.holds(row); }};
    }
    case 2: {
      const Asked two = some_value();
      return {"(" + one.text + " AND NOT " + two.text + ")",
              [=](const Row& row) { return one.holds(row) && !two.holds(row); }};
    }
    default:
      return one;
  }
}

Row some_row(int number) {
  Row row;
  row.id = "a" + std::to_string(number);
  for (const std::string& country : kCountries) {
    if (*rc::gen::inRange(0, 3) == 0) row.countries.push_back(country);
  }
  for (int view = *rc::gen::inRange(-5, 25); view < 12; view += *rc::gen::inRange(1, 25)) {
    row.views.push_back(view);
  }
  if (*rc::gen::inRange(0, 3) > 0) row.live = *rc::gen::arbitrary<bool>();
  return row;
}

std::map<std::string, std::uint64_t> counts_of(const Facet& facet) {
  std::map<std::string, std::uint64_t> counts;
  for (const FacetCount& value : facet.values) counts[value.value] = value.count;
  return counts;
}

// The same rows in a generation and a delta, some replaced and some deleted.
RC_GTEST_PROP(Attributes, AgreeWithAPlainProgram, ()) {
  std::map<std::string, Row> rows;
  const auto take = [&](int from, int to) {
    std::vector<Article> articles;
    for (int i = from; i < to; ++i) {
      const Row row = some_row(i);
      articles.push_back(with(row.id, members_of(row)));
      rows[row.id] = row;
    }
    return articles;
  };
  SearchIndex index(take(0, 30), settings());
  index.add(take(25, 40));
  index.remove({"a3", "a27"});
  rows.erase("a3");
  rows.erase("a27");
  for (int round = 0; round < 5; ++round) {
    std::vector<Asked> asked;
    SearchRequest request;
    request.query = "نفط";
    request.limit = 100;
    request.fold = false;
    request.facets = {"country", "views"};
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
      // Plain filters of one field are alternatives: expressions in parentheses never are.
      Asked one = some_filter();
      if (!one.text.starts_with('(')) one.text = "(" + one.text + ")";
      asked.push_back(one);
      request.filters.push_back(one.text);
    }
    std::set<std::string> wanted;
    std::map<std::string, std::uint64_t> countries;
    std::map<std::string, std::uint64_t> views;
    for (const auto& [id, row] : rows) {
      const bool all = std::all_of(asked.begin(), asked.end(),
                                   [&row = row](const Asked& each) { return each.holds(row); });
      if (!all) continue;
      wanted.insert(id);
      for (const std::string& country : row.countries) ++countries[country];
      for (const int view : row.views) ++views[std::to_string(view)];
    }
    const SearchResults results = index.search(request);
    const std::vector<std::string> ids = ids_of(results);
    RC_LOG() << ::testing::PrintToString(request.filters);
    RC_ASSERT(std::set<std::string>(ids.begin(), ids.end()) == wanted);
    RC_ASSERT(ids.size() == wanted.size());
    RC_ASSERT(results.estimated_total == wanted.size());
    RC_ASSERT(counts_of(results.facets[0]) == countries);
    RC_ASSERT(counts_of(results.facets[1]) == views);
  }
}

TEST(Attributes, FilterInTheQueryToo) {
  SearchIndex index({with("a", {{"country", "مصر"}, {"views", 10}}),
                     with("b", {{"country", "العراق"}, {"views", 20}}), with("c", json::object())},
                    settings());
  EXPECT_THAT(index.ids("نفط country:مِصر"), ElementsAre("a"));
  EXPECT_THAT(index.ids("نفط البلد:العراق"), ElementsAre("b"));
  EXPECT_THAT(index.ids("نفط views:>10"), ElementsAre("b"));
  EXPECT_THAT(index.ids("نفط views:(10 OR 20)"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("نفط -country:*"), ElementsAre("c"));
  EXPECT_THAT(index.ids("نفط views:كثير"), ::testing::IsEmpty());
  EXPECT_THAT(index.search("نفط views:كثير").diagnostics.front().message,
              ::testing::HasSubstr("not a number"));
}

TEST(Attributes, OfTruthAreWrittenAsPeopleDo) {
  SearchIndex index(
      {with("a", {{"live", true}}), with("b", {{"live", "لا"}}), with("c", {{"live", "ربما"}})},
      settings());
  for (const char* yes : {"live:true", "live:yes", "live:نعم", "live:1", "live:Yes"}) {
    EXPECT_THAT(index.ids(yes), ElementsAre("a")) << yes;
  }
  for (const char* no : {"live:false", "live:no", "live:لا", "live:0"}) {
    EXPECT_THAT(index.ids(no), ElementsAre("b")) << no;
  }
}

TEST(Attributes, ThatAreSearchedOnlyCanNotBeAskedForAnyValue) {
  SearchIndex index({with("a", {{"caption", "صورة"}})}, settings());
  EXPECT_THAT(index.search("caption:*").diagnostics.front().message,
              ::testing::HasSubstr("which articles have a caption"));
  SearchRequest request;
  request.filters = {"caption:*"};
  EXPECT_THROW(index.search(request), Error);
}

TEST(Attributes, SortWithWhatHasNoValueLast) {
  SearchIndex index({with("a", {{"views", 10}, {"country", "يمن"}}),
                     with("b", {{"views", -3}, {"country", "أردن"}}), with("c", json::object()),
                     with("d", {{"views", 200}, {"country", "تونس"}})},
                    settings());
  const auto sorted = [&](const std::string& field, Sort sort) {
    SearchRequest request;
    request.query = "نفط";
    request.sort = sort;
    request.sort_by = field;
    return ids_of(index.search(request));
  };
  EXPECT_THAT(sorted("views", Sort::kDateDescending), ElementsAre("d", "a", "b", "c"));
  EXPECT_THAT(sorted("views", Sort::kDateAscending), ElementsAre("b", "a", "d", "c"));
  EXPECT_THAT(sorted("البلد", Sort::kDateAscending), ElementsAre("b", "d", "a", "c"));
  EXPECT_THROW(sorted("when", Sort::kDateAscending), Error);
}

TEST(Attributes, AreSearchedAsText) {
  SearchIndex index({with("a", {{"caption", "جنود يعبرون الجسر القديم"}}),
                     with("b", {{"caption", "القديم بيت والجسر بعيد"}})},
                    settings());
  EXPECT_THAT(index.ids("جسور"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.ids("\"الجسر القديم\""), ElementsAre("a"));
  EXPECT_THAT(index.ids("caption:جندي"), ElementsAre("a"));
  EXPECT_THAT(index.ids("caption:نفط"), ::testing::IsEmpty());  // stands in the body only
  const SearchResults results = index.search("caption:جندي");
  ASSERT_EQ(results.hits.front().snippets.size(), 1U);
  EXPECT_EQ(results.hits.front().snippets.front().field, "caption");
  EXPECT_FALSE(results.hits.front().snippets.front().marks.empty());
}

// What the words of an article count for, without what nearness adds.
double first_pass_of(SearchIndex& index, const std::string& id, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.explain = true;
  for (const Hit& hit : index.search(request).hits) {
    if (hit.article.id == id) return hit.parts->first_pass;
  }
  return 0;
}

TEST(Attributes, CountAsOftenInTheBodyAsTheirWeightSays) {
  const IndexSettings weighted = settings_from_json(
      R"({"searchableAttributes": ["caption"], "attributes": {"caption": {"weight": 3}}})",
      "settings");
  Article captioned = article("captioned", "", "ماء وهواء");
  captioned.extra = json{{"caption", "نفط"}}.dump();
  SearchIndex index({captioned, article("thrice", "", "ماء وهواء نفط نفط نفط"),
                     article("once", "", "ماء وهواء نفط سماء وأرض"), article("none", "", "سماء")},
                    weighted);
  const double in_caption = first_pass_of(index, "captioned", "نفط");
  EXPECT_GT(in_caption, 0);
  EXPECT_DOUBLE_EQ(in_caption, first_pass_of(index, "thrice", "نفط"));
  EXPECT_GT(in_caption, first_pass_of(index, "once", "نفط"));
}

TEST(Attributes, HavePhrasesThatEndWithThem) {
  SearchIndex index({with("a", {{"caption", {"جنود يعبرون الجسر", "القديم بيت"}}}),
                     with("b", {{"caption", "قيل إن الجسر القديم هناك"}})},
                    settings());
  EXPECT_THAT(index.ids("\"الجسر القديم\""), ElementsAre("b"));
  EXPECT_THAT(index.ids("caption:\"الجسر القديم\""), ElementsAre("b"));
  EXPECT_THAT(index.ids("\"نفط جنود\""), ::testing::IsEmpty());  // begins in the body
}

TEST(Attributes, OfDatesHaveRangesAndBounds) {
  SearchIndex index(
      {with("a", {{"when", "2024-02-01"}}), with("b", {{"when", "2024-02-29T23:59:59Z"}}),
       with("c", {{"when", 1709251200}})},  // 2024-03-01
      settings());
  EXPECT_THAT(index.filtered("نفط", {"when:2024-02"}), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(index.filtered("نفط", {"when:\"مارس 2024\""}), ElementsAre("c"));
  SearchRequest request;
  request.query = "نفط";
  request.facets = {"when"};
  const SearchResults results = index.search(request);
  ASSERT_TRUE(results.facets.front().stats);
  EXPECT_EQ(results.facets.front().stats->min, 1706745600);
  EXPECT_EQ(results.facets.front().stats->max, 1709251200);
}

TEST(Attributes, AndDatesAreCompared) {
  std::vector<Article> articles{with("a", {{"when", "2022-12-31"}}),
                                with("b", {{"when", "2023-05-01"}}),
                                with("c", {{"when", "2024-01-01"}})};
  for (Article& each : articles) each.date = nlohmann::json::parse(each.extra)["when"];
  SearchIndex index(articles, settings());
  for (const std::string field : {"date:", "when:"}) {
    EXPECT_THAT(index.filtered("نفط", {field + ">=2023"}), UnorderedElementsAre("b", "c"));
    EXPECT_THAT(index.filtered("نفط", {field + ">2023"}), ElementsAre("c"));
    EXPECT_THAT(index.filtered("نفط", {field + "<2023"}), ElementsAre("a"));
    EXPECT_THAT(index.filtered("نفط", {field + "<=2023"}), UnorderedElementsAre("a", "b"));
    EXPECT_THAT(index.ids("نفط " + field + ">=2024"), ElementsAre("c"));
    for (const char* odd : {"2023*", "2023?", "=2023", "!2023", ">", ">=", "<>2023"}) {
      EXPECT_THROW(index.filtered("نفط", {field + odd}), Error) << odd;
    }
  }
}

TEST(Attributes, AreFilteredByABeginning) {
  SearchIndex index({with("a", {{"country", "المغرب"}}), with("b", {{"country", "المكسيك"}}),
                     with("c", {{"country", "مصر"}})},
                    settings());
  EXPECT_THAT(index.filtered("نفط", {"country:الم*"}), UnorderedElementsAre("a", "b"));
}

TEST(Attributes, KeepTheTypeThatWasTold) {
  IndexSettings untyped = settings_from_json(R"({"filterableAttributes": ["views"]})", "settings");
  SearchIndex index({with("a", {{"views", 10}})}, untyped);
  index.add({with("b", {{"views", "كثير"}})});
  untyped.attributes[0].sortable = true;
  index.change(untyped);
  EXPECT_THAT(index.filtered("نفط", {"views:5.."}), ElementsAre("a"));
}

TEST(Attributes, ChangeWithTheSettings) {
  SearchIndex index({with("a", {{"country", "مصر"}, {"views", 10}})});
  EXPECT_THROW(index.filtered("نفط", {"country:مصر"}), Error);
  index.change(settings());
  EXPECT_THAT(index.filtered("نفط", {"country:مصر", "views:10"}), ElementsAre("a"));
  index.add({with("b", {{"country", "مصر"}})});  // to the delta
  index.compact();
  EXPECT_THAT(index.filtered("نفط", {"country:مصر"}), UnorderedElementsAre("a", "b"));
  IndexSettings renamed = settings();
  renamed.attributes[1].arabic_name = "الدولة";
  index.change(renamed);  // without a rebuild, and an open searcher sees it
  EXPECT_THAT(index.filtered("نفط", {"الدولة:مصر"}), UnorderedElementsAre("a", "b"));
  EXPECT_THROW(index.filtered("نفط", {"البلد:مصر"}), Error);
  index.change({});
  EXPECT_THROW(index.filtered("نفط", {"country:مصر"}), Error);
}

}  // namespace
}  // namespace fihris::testing
