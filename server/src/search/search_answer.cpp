#include "search/search_answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "documents/document_text.h"
#include "errors/api_error.h"
#include "fihris/searcher/writers.h"
#include "search/formatted.h"
#include "search/hit_json.h"
#include "search/request_of.h"

namespace fihris::server::search {
namespace {

using errors::ApiError;

// So many candidates are read when only some attributes may match: that is told from their texts.
constexpr std::size_t kReadForAttributes = 1000;

// The hits of which a word in one of the attributes matches.
void keep_matching_attributes(const Names& attributes, const IndexView& view,
                              const SearchRequest& request, SearchResults& results,
                              Searcher& searcher) {
  SearchRequest marked = request;
  if (results.corrected) marked.query = results.corrected->query;
  std::erase_if(results.hits, [&](const Hit& hit) {
    const Json document = Json::parse(documents::document_of(hit.article), nullptr, false);
    std::vector<Leaf> leaves = leaves_of(displayed(document, view));
    std::erase_if(leaves, [&](const Leaf& leaf) { return !covers(attributes, leaf.attribute); });
    std::vector<std::string_view> texts;
    for (const Leaf& leaf : leaves) texts.emplace_back(leaf.text);
    const auto marks = searcher.mark(marked, texts);
    return std::ranges::all_of(marks, [](const auto& spans) { return spans.empty(); });
  });
}

SearchResults results_in(const Names& attributes, const SearchQuery& query, const IndexView& view,
                         const SearchRequest& request, Searcher& searcher) {
  SearchRequest deep = request;
  deep.offset = 0;
  deep.limit = kReadForAttributes;
  SearchResults results = searcher.search(deep);
  if (!query.q.empty()) keep_matching_attributes(attributes, view, deep, results, searcher);
  results.exhaustive = results.estimated_total <= kReadForAttributes;
  results.estimated_total = results.hits.size();
  const auto begin = results.hits.begin();
  const auto size = results.hits.size();
  results.hits.erase(begin + std::min(size, request.offset + request.limit), results.hits.end());
  results.hits.erase(begin, begin + std::min(results.hits.size(), request.offset));
  return results;
}

SearchResults results_of(const SearchQuery& query, const IndexView& view,
                         const SearchRequest& request, Searcher& searcher) {
  const bool all_attributes =
      !query.attributes_to_search_on || covers(*query.attributes_to_search_on, "*");
  SearchResults results =
      all_attributes ? searcher.search(request)
                     : results_in(*query.attributes_to_search_on, query, view, request, searcher);
  if (query.ranking_score_threshold) {
    std::erase_if(results.hits, [&](const Hit& hit) {
      return ranking_score(hit, !query.q.empty()) < *query.ranking_score_threshold;
    });
    if (results.hits.size() < request.limit)
      results.estimated_total = request.offset + results.hits.size();
  }
  return results;
}

void put_page(Json& json, const SearchQuery& query, const IndexView& view, std::uint64_t found) {
  const Window window = window_of(query, view);
  const std::uint64_t total = std::min<std::uint64_t>(found, view.max_total);
  if (window.by_pages) {
    json["hitsPerPage"] = window.per_page;
    json["page"] = window.page;
    json["totalPages"] = window.per_page == 0 ? 0 : (total + window.per_page - 1) / window.per_page;
    json["totalHits"] = total;
  } else {
    json["limit"] = query.limit;
    json["offset"] = query.offset;
    json["estimatedTotalHits"] = total;
  }
}

// Values in the order that the index's settings ask for; without any, by their text.
void put_facets(Json& json, const SearchQuery& query, const IndexView& view,
                const SearchResults& results) {
  if (query.facets.empty()) return;
  Json distribution = Json::object();
  Json stats = Json::object();
  for (const Facet& facet : results.facets) {
    std::vector<FacetCount> values = facet.values;
    const Json usual =
        view.facet_order.is_object() ? view.facet_order.value("*", Json("alpha")) : Json("alpha");
    const Json order =
        view.facet_order.is_object() ? view.facet_order.value(facet.field, usual) : usual;
    if (order != "count")
      std::ranges::sort(values, {}, [](const FacetCount& count) { return count.value; });
    Json& counts = distribution[facet.field] = Json::object();
    for (const FacetCount& count : values) counts[count.value] = count.count;
    if (facet.stats) stats[facet.field] = {{"min", facet.stats->min}, {"max", facet.stats->max}};
  }
  // The names that were asked for, where the index calls a field otherwise.
  if (distribution.contains("tag") &&
      std::ranges::find(query.facets, "tags") != query.facets.end()) {
    distribution["tags"] = distribution["tag"];
    distribution.erase("tag");
  }
  json["facetDistribution"] = std::move(distribution);
  json["facetStats"] = std::move(stats);
}

// What the index says besides, in the words of its own JSON.
void put_own_members(Json& json, const SearchQuery& query, SearchResults results) {
  const bool histogram = !query.date_histogram.empty();
  const bool own = query.explain || query.language == "fihris";
  if (!results.corrected && !results.did_you_mean && !results.timed_out && !histogram && !own)
    return;
  results.hits.clear();
  const Json all = Json::parse(to_json(results), nullptr, false);
  const auto put = [&](const char* name) {
    if (all.contains(name)) json[name] = all[name];
  };
  for (const char* const name : {"corrected", "didYouMean", "timedOut"}) put(name);
  if (histogram) put("dateHistogram");
  if (!own) return;
  json["found"] = results.estimated_total;
  for (const char* const name :
       {"exhaustive", "facetsExact", "diagnostics", "explanation", "explain"})
    put(name);
}

}  // namespace

Answered answer(const SearchQuery& given, const IndexView& view, const Json& extra_filter,
                double seconds, indexes::Readers& readers) {
  SearchQuery query = given;
  // An explanation counts words of the whole index, which a token's filter hides.
  if (!extra_filter.is_null()) query.explain = false;
  const SearchRequest request = request_of(query, view, extra_filter, seconds);
  std::optional<indexes::Reader> reader = readers.take(view.uid);
  SearchResults results;
  Json hits = Json::array();
  if (reader) {
    results = results_of(query, view, request, **reader);
    for (Json& hit : hits_json(query, view, request, results, **reader))
      hits.push_back(std::move(hit));
  }
  Answered answered;
  answered.found_nothing = hits.empty() && request.limit > 0 && request.offset == 0;
  answered.corrected = results.corrected.has_value();
  answered.json = {
      {"hits", std::move(hits)},
      {"query", query.q},
      {"processingTimeMs", static_cast<std::int64_t>(std::lround(results.processing_ms))}};
  put_page(answered.json, query, view, results.estimated_total);
  put_facets(answered.json, query, view, results);
  if (!extra_filter.is_null()) results.explanation.reset();
  put_own_members(answered.json, query, std::move(results));
  return answered;
}

}  // namespace fihris::server::search
