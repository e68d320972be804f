// What a search needs to know of an index.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::server::search {

struct IndexView {
  std::string uid;
  std::optional<std::string> primary_key;
  std::vector<std::string> filterable, sortable;
  std::vector<std::string> displayed;  // {"*"}: all
  std::size_t max_total = 1000;        // hits that can be had
  std::size_t max_facet_values = 100;
  nlohmann::ordered_json facet_order;  // {"*": "alpha", "genre": "count"}
  bool spelling = true;                // typing errors are forgiven
  bool prefixes = true;                // the last word may be a beginning
  bool facet_search = true;
  double cutoff_seconds = 0;  // 0: none of its own
};

// Of the whole settings object of an index, and the fields that it has whatever they say.
IndexView index_view(std::string uid, std::optional<std::string> primary_key,
                     const nlohmann::ordered_json& settings);

// Whether a name, or an object that contains it, is in a list of attributes: "place" covers
// "place.city".
bool covers(const std::vector<std::string>& attributes, std::string_view name);

}  // namespace fihris::server::search
