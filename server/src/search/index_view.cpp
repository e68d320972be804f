#include "search/index_view.h"

#include <algorithm>
#include <utility>

namespace fihris::server::search {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> names_in(const Json& settings, const char* name) {
  std::vector<std::string> names;
  const auto list = settings.find(name);
  if (list == settings.end() || !list->is_array()) return names;
  for (const Json& item : *list) {
    if (item.is_string()) names.push_back(item.get<std::string>());
    if (!item.is_object()) continue;
    for (const Json& pattern : item.value("attributePatterns", Json::array()))
      names.push_back(pattern.get<std::string>());
  }
  return names;
}

std::size_t number_at(const Json& settings, const char* outer, const char* inner,
                      std::size_t otherwise) {
  const auto object = settings.find(outer);
  if (object == settings.end() || !object->is_object()) return otherwise;
  const auto value = object->find(inner);
  return value != object->end() && value->is_number_unsigned() ? value->get<std::size_t>()
                                                               : otherwise;
}

}  // namespace

IndexView index_view(std::string uid, std::optional<std::string> primary_key,
                     const Json& settings) {
  IndexView view;
  view.uid = std::move(uid);
  view.primary_key = std::move(primary_key);
  view.filterable = names_in(settings, "filterableAttributes");
  view.sortable = names_in(settings, "sortableAttributes");
  view.displayed = names_in(settings, "displayedAttributes");
  view.max_total = number_at(settings, "pagination", "maxTotalHits", view.max_total);
  view.max_facet_values = number_at(settings, "faceting", "maxValuesPerFacet", 100);
  if (settings.contains("faceting") && settings["faceting"].is_object())
    view.facet_order = settings["faceting"].value("sortFacetValuesBy", Json::object());
  const Json typos = settings.value("typoTolerance", Json::object());
  view.spelling = typos.is_object() ? typos.value("enabled", true) : true;
  view.prefixes = settings.value("prefixSearch", Json("indexingTime")) != "disabled";
  view.facet_search = settings.value("facetSearch", Json(true)) != false;
  if (const auto cutoff = settings.find("searchCutoffMs");
      cutoff != settings.end() && cutoff->is_number())
    view.cutoff_seconds = cutoff->get<double>() / 1000;
  return view;
}

bool covers(const std::vector<std::string>& attributes, std::string_view name) {
  return std::ranges::any_of(attributes, [name](const std::string& attribute) {
    return attribute == "*" || attribute == name ||
           (name.starts_with(attribute) && name[attribute.size()] == '.');
  });
}

}  // namespace fihris::server::search
