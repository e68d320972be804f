#include "search/federation.h"

#include <algorithm>

#include "errors/api_error.h"

namespace fihris::server::search {
namespace {

using errors::ApiError;

std::size_t count_at(const Json& json, const char* name, std::size_t otherwise) {
  const auto found = json.find(name);
  if (found == json.end() || found->is_null()) return otherwise;
  if (found->is_number_unsigned()) return found->get<std::size_t>();
  throw ApiError(std::string("invalid_multi_search_") + name,
                 std::string("Invalid value type at `.federation.") + name +
                     "`: expected a positive integer, but found " + documents::described(*found));
}

double weight_of(const SearchQuery& query) {
  if (!query.federation_options.is_object()) return 1;
  const Json weight = query.federation_options.value("weight", Json(1.0));
  if (weight.is_number() && weight.get<double>() >= 0) return weight.get<double>();
  throw ApiError("invalid_multi_search_weight",
                 "Invalid value at `.federationOptions.weight`: the value of `weight` is invalid, "
                 "expected a positive float (>= 0.0).");
}

void require_no_pages(const SearchQuery& query, std::size_t number) {
  const bool has_offset = query.offset != 0 || query.limit != 20;
  if (!has_offset && !query.page && !query.hits_per_page && query.facets.empty()) return;
  throw ApiError(
      query.facets.empty() ? "invalid_multi_search_query_pagination"
                           : "invalid_multi_search_query_facets",
      "Inside `.queries[" + std::to_string(number) +
          "]`: Using pagination or facet options is not allowed in federated queries.\n - "
          "Hint: remove them from the query, or the `federation` from the request.");
}

struct FederatedHit {
  double score = 0;
  Json json;
};

}  // namespace

Json federated(const Json& federation,
               const std::vector<std::pair<SearchQuery, std::string>>& queries,
               const std::function<Json(const SearchQuery&, const std::string&)>& answer) {
  const std::size_t offset = count_at(federation, "offset", 0);
  const std::size_t limit = count_at(federation, "limit", 20);
  std::vector<FederatedHit> hits;
  std::uint64_t total = 0;
  std::int64_t milliseconds = 0;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    require_no_pages(queries[i].first, i);
    SearchQuery query = queries[i].first;
    const bool shows_score = query.show_ranking_score;
    query.show_ranking_score = true;
    query.limit = offset + limit;
    Json found = answer(query, queries[i].second);
    total += found["estimatedTotalHits"].get<std::uint64_t>();
    milliseconds += found["processingTimeMs"].get<std::int64_t>();
    for (Json& hit : found["hits"]) {
      const double score = hit["_rankingScore"].get<double>() * weight_of(query);
      hit["_federation"] = {
          {"indexUid", queries[i].second}, {"queriesPosition", i}, {"weightedRankingScore", score}};
      if (!shows_score) hit.erase("_rankingScore");
      hits.push_back({score, std::move(hit)});
    }
  }
  std::ranges::stable_sort(hits, std::greater<>{},
                           [](const FederatedHit& hit) { return hit.score; });
  Json shown = Json::array();
  for (std::size_t i = offset; i < hits.size() && shown.size() < limit; ++i)
    shown.push_back(std::move(hits[i].json));
  return {{"hits", std::move(shown)},
          {"processingTimeMs", milliseconds},
          {"limit", limit},
          {"offset", offset},
          {"estimatedTotalHits", total}};
}

}  // namespace fihris::server::search
