// What a search of the protocol asks. Plain values.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fihris::server::search {

using Json = nlohmann::ordered_json;
using Names = std::vector<std::string>;

struct SearchQuery {
  // As in the protocol.
  std::string q;
  std::size_t offset = 0;
  std::size_t limit = 20;
  std::optional<std::size_t> page, hits_per_page;  // either asks for pages with exact totals
  Json filter;                                     // null: none
  Names facets, sort;
  std::optional<std::string> distinct;
  std::optional<Names> attributes_to_retrieve;  // nothing: all
  Names attributes_to_highlight, attributes_to_crop;
  std::optional<Names> attributes_to_search_on;
  std::size_t crop_length = 10;  // in words
  std::string crop_marker = "…";
  std::string pre_tag = "<em>";
  std::string post_tag = "</em>";
  bool show_matches_position = false;
  bool show_ranking_score = false;
  bool show_ranking_score_details = false;
  bool retrieve_vectors = false;  // there are none
  std::optional<double> ranking_score_threshold;
  std::string matching_strategy = "last";
  Names locales;  // no effect: every index is Arabic with another language
  // Of the queries of a multi-search.
  std::string index_uid;
  Json federation_options;  // null: none
  // Ours.
  std::string language = "meilisearch";  // of filter and sort; or "fihris"
  bool snippets = false;
  std::size_t snippet_length = 0;  // in graphemes; 0: the usual one
  std::string date_histogram;      // "", "year", "month" or "day"
  double recency = 0;              // half-life in days
  std::string today;
  bool corrections = true;
  bool fold = false;
  std::optional<bool> prefix_last;  // nothing: as the language and the index's settings have it
  bool explain = false;
  std::string mark_unit = "codepoints";
};

// Reads a JSON object. Throws ApiError: malformed_payload, bad_request for a member that does not
// exist (with those that do), invalid_search_… for a wrong value (with the member, what it must be
// and what it is).
SearchQuery read_search(std::string_view json);
SearchQuery read_search(const Json& json);
// Likewise the parameters of a GET request, lists with commas.
SearchQuery read_search(const std::vector<std::pair<std::string, std::string>>& parameters);

}  // namespace fihris::server::search
