// Values of one facet that begin like what somebody types.
#include <algorithm>
#include <cmath>

#include "errors/api_error.h"
#include "fihris/stemmer/analyzer.h"
#include "search/request_of.h"
#include "search/search_answer.h"

namespace fihris::server::search {
namespace {

using errors::ApiError;

// Of so many values of the field is looked for those that are wanted.
constexpr std::size_t kValuesRead = 100'000;

// Whether a word of the value begins with the text, both normalised.
bool has_word_like(const std::string& value, const std::string& typed) {
  const std::string text = " " + normalize(value);
  return text.find(" " + typed) != text.npos;
}

std::string text_at(const Json& body, const char* name, const char* code, bool required) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) {
    if (required) {
      throw ApiError("missing_facet_search_facet_name",
                     std::string("Missing field `") + name + "`");
    }
    return {};
  }
  if (!found->is_string()) {
    throw ApiError(code, std::string("Invalid value type at `.") + name +
                             "`: expected a string, but found " + documents::described(*found));
  }
  return found->get<std::string>();
}

// The members that are those of a search.
SearchQuery search_in(const Json& body, const std::string& facet) {
  Json search = Json::object();
  for (const auto& [name, value] : body.items()) {
    if (name == "facetName" || name == "facetQuery" || name == "exhaustiveFacetCount") continue;
    search[name] = value;
  }
  SearchQuery query = read_search(search);
  query.facets = {facet};
  query.limit = 0;
  return query;
}

}  // namespace

Json answer_facet_search(const Json& body, const IndexView& view, const Json& extra_filter,
                         double seconds, indexes::Readers& readers) {
  documents::require_object(body);
  const std::string facet = text_at(body, "facetName", "invalid_facet_search_facet_name", true);
  const std::string typed = text_at(body, "facetQuery", "invalid_facet_search_facet_query", false);
  if (!view.facet_search)
    throw ApiError("facet_search_disabled", "The facet search is disabled for this index");
  if (!covers(view.filterable, facet) && !is_built_in_facet(facet)) {
    throw ApiError(
        "invalid_facet_search_facet_name",
        "Attribute `" + facet + "` is not facet-searchable. Declare it in `filterableAttributes`.");
  }
  SearchRequest request = request_of(search_in(body, facet), view, extra_filter, seconds);
  request.facet_values = kValuesRead;
  Json hits = Json::array();
  double milliseconds = 0;
  if (std::optional<indexes::Reader> reader = readers.take(view.uid)) {
    const SearchResults results = (*reader)->search(request);
    milliseconds = results.processing_ms;
    const std::string wanted = normalize(typed);
    for (const FacetCount& count : results.facets.front().values) {
      if (hits.size() == view.max_facet_values) break;
      if (has_word_like(count.value, wanted))
        hits.push_back({{"value", count.value}, {"count", count.count}});
    }
  }
  const bool by_text =
      !view.facet_order.is_object() ||
      view.facet_order.value(facet, view.facet_order.value("*", Json("alpha"))) != "count";
  if (by_text) {
    std::sort(hits.begin(), hits.end(),
              [](const Json& a, const Json& b) { return a["value"] < b["value"]; });
  }
  return {{"facetHits", std::move(hits)},
          {"facetQuery", body.value("facetQuery", Json(nullptr))},
          {"processingTimeMs", static_cast<std::int64_t>(std::lround(milliseconds))}};
}

}  // namespace fihris::server::search
