// Facets and histograms as JSON and for a terminal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "fihris/searcher/writers.h"

namespace fihris {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

SearchResults counted() {
  SearchResults results;
  results.facets = {{"source", {{"وكالة \"برق\"", 12}, {"مرفأ", 3}}}, {"tag", {}}};
  results.histogram = Histogram::kMonth;
  results.date_histogram = {{"2025-01", 10}, {"2025-03", 5}};
  return results;
}

TEST(FacetJson, HasCountsByValue) {
  const json written = json::parse(to_json(counted()));
  EXPECT_EQ(written["facetDistribution"],
            json({{"source", {{"وكالة \"برق\"", 12}, {"مرفأ", 3}}}, {"tag", json::object()}}));
  EXPECT_EQ(written["dateHistogram"],
            json::parse(R"([{"month":"2025-01","count":10},{"month":"2025-03","count":5}])"));
  EXPECT_EQ(written["facetsExact"], true);
}

TEST(FacetJson, KeepsTheMostFrequentFirst) {
  const std::string written = to_json(counted());
  EXPECT_LT(written.find("برق"), written.find("مرفأ"));
}

TEST(FacetJson, SaysWhenCountsAreEstimates) {
  SearchResults results = counted();
  results.facets_exact = false;
  EXPECT_EQ(json::parse(to_json(results))["facetsExact"], false);
}

TEST(FacetJson, IsLeftOutWhenNothingWasAskedFor) {
  const json written = json::parse(to_json(SearchResults()));
  EXPECT_FALSE(written.contains("facetDistribution"));
  EXPECT_FALSE(written.contains("dateHistogram"));
  EXPECT_FALSE(written.contains("facetsExact"));
}

TEST(FacetText, HasOneValueALineWithTheCountInFront) {
  EXPECT_THAT(to_terminal(counted(), TerminalStyle()),
              HasSubstr("source\n    12  وكالة \"برق\"\n     3  مرفأ\n\n"));
}

TEST(FacetText, DrawsTheHistogram) {
  EXPECT_THAT(to_terminal(counted(), TerminalStyle()),
              HasSubstr("by date\n    2025-01    10  ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪\n"
                        "    2025-03     5  ▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪▪\n\n"));
}

TEST(FacetText, SaysHowManyValuesItDoesNotShow) {
  SearchResults results;
  Facet facet{"author", {}};
  for (int i = 0; i < 14; ++i) facet.values.push_back({"كاتب " + std::to_string(i), 1});
  results.facets = {facet};
  EXPECT_THAT(to_terminal(results, TerminalStyle()), HasSubstr("and 4 more\n"));
}

TEST(FacetText, MarksEstimates) {
  SearchResults results = counted();
  results.facets_exact = false;
  EXPECT_THAT(to_terminal(results, TerminalStyle()), HasSubstr("    ~12  وكالة"));
}

// A value is text of an article: it must not steer the terminal.
TEST(FacetText, ShowsNoControlCodes) {
  SearchResults results;
  results.facets = {{"source", {{"ش\x1b[31mر\nق", 1}}}};
  EXPECT_THAT(to_terminal(results, TerminalStyle()), Not(HasSubstr("\x1b")));
  EXPECT_THAT(to_terminal(results, TerminalStyle()), HasSubstr("ش[31mر ق\n"));
}

}  // namespace
}  // namespace fihris
