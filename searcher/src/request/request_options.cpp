// The table. A new row is an option of the command and a member of the JSON at once.
#include "fihris/searcher/request_options.h"

#include <array>

namespace fihris {
namespace {

using namespace std::string_view_literals;

// As many as the command has always taken.
constexpr std::size_t kMaxHits = 1'000'000;
constexpr std::size_t kMaxFacets = 100;
constexpr std::size_t kMaxFacetValues = 100'000;
constexpr std::size_t kMaxFragments = 100;
constexpr std::size_t kMaxGraphemes = 100'000;
constexpr double kMaxDays = 1e6;
constexpr double kMaxSeconds = 1e6;
// What Linux lets a whole command line hold, and one argument of it.
constexpr std::size_t kMaxQueryBytes = 2'000'000;
constexpr std::size_t kMaxFields = 200;
constexpr std::size_t kMaxTextBytes = 131'072;

constexpr std::array kSyntaxes{"plain"sv, "full"sv};
constexpr std::array kMatchings{"any"sv, "all"sv, "last"sv};
constexpr std::array kUnits{"codepoints"sv, "utf16"sv, "bytes"sv};
constexpr std::array kSteps{"year"sv, "month"sv, "day"sv};
constexpr std::array kCorrections{"spelling"sv, "keyboard"sv, "latin"sv};

void set_syntax(SearchRequest& request, std::size_t chosen) {
  request.full_syntax = kSyntaxes.at(chosen) == "full";
}

void set_matching(SearchRequest& request, std::size_t chosen) {
  constexpr std::array kStrategies{MatchingStrategy::kAny, MatchingStrategy::kAll,
                                   MatchingStrategy::kLast};
  request.matching = kStrategies.at(chosen);
}

void set_mark_unit(SearchRequest& request, std::size_t chosen) {
  constexpr std::array kMarkUnits{MarkUnit::kCodePoints, MarkUnit::kUtf16, MarkUnit::kBytes};
  request.mark_unit = kMarkUnits.at(chosen);
}

void set_histogram(SearchRequest& request, std::size_t chosen) {
  constexpr std::array kHistograms{Histogram::kYear, Histogram::kMonth, Histogram::kDay};
  request.histogram = kHistograms.at(chosen);
}

void set_corrections(SearchRequest& request, const std::vector<bool>& chosen) {
  request.corrections = {chosen.at(0), chosen.at(1), chosen.at(2)};
}

using Request = SearchRequest;

constexpr std::array kOptions{
    RequestOption{"q", "QUERY", "TEXT", "The words to search for",
                  TextOption{&Request::query, kMaxQueryBytes}},
    RequestOption{"limit", "--limit", "N", "Hits at most (10; 100 with --batch)",
                  CountOption{&Request::limit, 0, kMaxHits}},
    RequestOption{"offset", "--offset", "N", "Hits to pass over",
                  CountOption{&Request::offset, 0, kMaxHits}},
    RequestOption{
        "filter", "--filter", "EXPR",
        "FIELD:VALUE that hits must meet; repeated with other fields: all of them, with the same "
        "field: any",
        TextsOption{&Request::filters, kMaxFilterValues, kMaxTextBytes}},
    RequestOption{
        "sort", "--sort", "ORDER",
        "relevance, or fields and directions: date:desc, or views:desc,date:asc where the "
        "second decides among equals",
        SortOption{}},
    RequestOption{
        "matchingStrategy", "--matching", "WORDS",
        "Which words an article must have: any, all, or last: all, without the last ones when "
        "nothing has all (any)",
        NameOption{kMatchings, set_matching}},
    RequestOption{"prefixLast", "--prefix-last", "",
                  "The last word is being typed: words that begin so match as well",
                  FlagOption{&Request::last_word_prefix}},
    RequestOption{
        "syntax", "--syntax", "SYNTAX",
        "full: AND OR NOT و أو ليس are operators everywhere; plain: only in an expression",
        NameOption{kSyntaxes, set_syntax}},
    RequestOption{
        "corrections", "--correct", "KINDS",
        "What may be corrected when nothing is found, or offered: spelling,keyboard,latin (all), "
        "some of them, or none",
        NamesOption{kCorrections, set_corrections}},
    RequestOption{"variants", "--no-variants", "", "Unknown names match in the spelling typed only",
                  FlagOption{&Request::variants}},
    RequestOption{"synonyms", "--no-synonyms", "", "Leave the index's synonyms.txt aside",
                  FlagOption{&Request::synonyms}},
    RequestOption{"recency", "--recency", "DAYS",
                  "Recent articles gain; half as much for every DAYS of age",
                  NumberOption{&Request::recency_half_life_days, kMaxDays}},
    RequestOption{
        "today", "--today", "YYYY-MM-DD",
        "The day that «الأسبوع الماضي», \"last month\" and --recency are told from (today, in UTC)",
        DayOption{&Request::today}},
    RequestOption{"explain", "--explain", "",
                  "Show how the query was read and how each hit came by its score",
                  FlagOption{&Request::explain}},
    RequestOption{"snippets", "--no-snippets", "", "Leave out the passages",
                  FlagOption{&Request::snippets}},
    RequestOption{"snippetLength", "--snippet-length", "N",
                  "Characters of a passage, more or less (220)",
                  CountOption{&Request::snippet_graphemes, 1, kMaxGraphemes}},
    RequestOption{"fragments", "--snippets", "N", "Passages of a hit at most (2)",
                  CountOption{&Request::fragments, 0, kMaxFragments}},
    RequestOption{"fields", "--fields", "NAMES",
                  "Members of articles in JSON, with commas between; *: all, path too",
                  TextsOption{&Request::fields, kMaxFields, kMaxTextBytes}},
    RequestOption{"markUnit", "--mark-unit", "UNIT", "What offsets of marks in JSON count",
                  NameOption{kUnits, set_mark_unit}},
    RequestOption{"facets", "--facet", "FIELD",
                  "Count the articles found by source, author, section, tag, year or month; may be "
                  "repeated",
                  TextsOption{&Request::facets, kMaxFacets, kMaxTextBytes}},
    RequestOption{"facetValues", "--facet-values", "N", "Values of each facet at most (100)",
                  CountOption{&Request::facet_values, 0, kMaxFacetValues}},
    RequestOption{"dateHistogram", "--histogram", "STEP",
                  "Count the articles found over time, by year, month or day",
                  NameOption{kSteps, set_histogram}},
    RequestOption{"fold", "--no-fold", "",
                  "The same story of several outlets is several hits, not one with a list",
                  FlagOption{&Request::fold}},
    RequestOption{"distinct", "--distinct", "FIELD",
                  "Of the hits that have the same value of a field only the best; none: all, "
                  "whatever the index's settings say",
                  TextOption{&Request::distinct, kMaxTextBytes}},
    RequestOption{"timeout", "--timeout", "SECONDS",
                  "Answer with what is found until then; 0: take any time (30 on the command line)",
                  NumberOption{&Request::time_limit_seconds, kMaxSeconds}},
};

}  // namespace

std::span<const RequestOption> request_options() { return kOptions; }

}  // namespace fihris
