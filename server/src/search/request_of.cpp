#include "search/request_of.h"

#include <algorithm>
#include <utility>

#include "documents/json_text.h"
#include "errors/api_error.h"
#include "fihris/store/fields.h"
#include "filters/parse_filter.h"

namespace fihris::server::search {
namespace {

using errors::ApiError;

std::string listed(const std::vector<std::string>& names, const char* which) {
  if (names.empty())
    return std::string("This index does not have configured ") + which + " attributes.";
  return std::string("Available ") + which + " attributes are: " + documents::quoted_list(names) +
         ".";
}

bool is_filterable(const IndexView& view, std::string_view name) {
  return covers(view.filterable, name) || is_built_in_facet(name) || name == "date";
}

void require_filterable(const FilterExpression& filter, const IndexView& view) {
  if (!filter.field.empty() && !is_filterable(view, filter.field)) {
    throw ApiError("invalid_search_filter", "Attribute `" + filter.field + "` is not filterable. " +
                                                listed(view.filterable, "filterable"));
  }
  for (const FilterExpression& child : filter.children) require_filterable(child, view);
}

void add_filter(SearchRequest& request, const Json& filter, const IndexView& view) {
  std::optional<FilterExpression> parsed = filters::parse_filter(filter, "invalid_search_filter");
  if (!parsed) return;
  require_filterable(*parsed, view);
  if (!request.filter) {
    request.filter = std::move(parsed);
    return;
  }
  FilterExpression both{.kind = FilterExpression::Kind::kAnd};
  both.children = {*std::move(request.filter), *std::move(parsed)};
  request.filter = std::move(both);
}

// Filters in our language: a text, or a list of texts that must all hold.
void add_own_filters(SearchRequest& request, const Json& filter) {
  if (filter.is_string()) request.filters.push_back(filter.get<std::string>());
  if (!filter.is_array()) return;
  for (const Json& item : filter) {
    if (!item.is_string())
      throw ApiError("invalid_search_filter",
                     "In the language `fihris` a filter is a text or a list of texts.");
    request.filters.push_back(item.get<std::string>());
  }
}

SortKey sort_key(const std::string& rule, const IndexView& view) {
  const std::size_t colon = rule.rfind(':');
  const std::string direction = colon == rule.npos ? "" : rule.substr(colon + 1);
  if (rule.starts_with("_geoPoint"))
    throw ApiError("invalid_search_sort", "Articles have no places to sort by: `" + rule + "`.");
  if (direction != "asc" && direction != "desc") {
    throw ApiError("invalid_search_sort",
                   "Invalid syntax for the sort parameter: expected "
                   "expression ending by `:asc` or `:desc`, found `" +
                       rule + "`.");
  }
  std::string field = rule.substr(0, colon);
  if (field != "date" && !covers(view.sortable, field)) {
    throw ApiError("invalid_search_sort", "Attribute `" + field + "` is not sortable. " +
                                              listed(view.sortable, "sortable"));
  }
  return {field, direction == "desc"};
}

void add_sort(SearchRequest& request, const SearchQuery& query, const IndexView& view) {
  for (const std::string& rule : query.sort) {
    if (rule == "relevance") continue;
    SortKey key = sort_key(rule, view);
    if (request.sort == Sort::kRelevance) {
      request.sort = key.descending ? Sort::kDateDescending : Sort::kDateAscending;
      if (key.field != "date") request.sort_by = std::move(key.field);
    } else {
      request.then_by.push_back(std::move(key));
    }
  }
}

void add_facets(SearchRequest& request, const SearchQuery& query, const IndexView& view) {
  for (const std::string& name : query.facets) {
    if (name == "*") {
      request.facets = view.filterable;
      std::erase(request.facets, "*");
      break;
    }
    const bool counts = covers(view.filterable, name) || is_built_in_facet(name);
    if (!counts) {
      throw ApiError("invalid_search_facets", "Invalid facet distribution: Attribute `" + name +
                                                  "` is not filterable. " +
                                                  listed(view.filterable, "filterable"));
    }
    request.facets.push_back(name);
  }
}

MatchingStrategy strategy_of(const std::string& name) {
  if (name == "all") return MatchingStrategy::kAll;
  return name == "any" ? MatchingStrategy::kAny : MatchingStrategy::kLast;
}

Histogram histogram_of(const std::string& name) {
  if (name == "year") return Histogram::kYear;
  if (name == "month") return Histogram::kMonth;
  return name == "day" ? Histogram::kDay : Histogram::kNone;
}

double sooner(double a, double b) {
  if (a <= 0) return b;
  return b <= 0 ? a : std::min(a, b);
}

}  // namespace

bool is_built_in_facet(std::string_view name) {
  // In dates, years and months are counted.
  if (name == "year" || name == "month") return true;
  return std::ranges::any_of(kFields, [name](const FieldSpec& field) {
    return field.facet != FacetField::kNone && (name == field.name || name == field.json_name);
  });
}

Window window_of(const SearchQuery& query, const IndexView& view) {
  Window window{query.offset, query.limit};
  if (query.page || query.hits_per_page) {
    window.by_pages = true;
    window.page = query.page.value_or(1);
    window.per_page = query.hits_per_page.value_or(20);
    const bool none = window.page == 0 || window.per_page == 0;
    const bool beyond = !none && window.page - 1 > view.max_total / window.per_page;
    window.offset = none ? 0 : beyond ? view.max_total : (window.page - 1) * window.per_page;
    window.limit = none ? 0 : window.per_page;
  }
  window.offset = std::min(window.offset, view.max_total);
  window.limit = std::min(window.limit, view.max_total - window.offset);
  return window;
}

SearchRequest request_of(const SearchQuery& query, const IndexView& view, const Json& extra_filter,
                         double seconds) {
  const Window window = window_of(query, view);
  SearchRequest request;
  request.query = query.q;
  request.offset = window.offset;
  request.limit = window.limit;
  request.snippets = query.snippets;
  if (query.snippet_length > 0) request.snippet_graphemes = query.snippet_length;
  request.explain = query.explain;
  request.recency_half_life_days = query.recency;
  request.histogram = histogram_of(query.date_histogram);
  request.facet_values = view.max_facet_values;
  request.fold = query.fold;
  request.today = query.today;
  request.matching = strategy_of(query.matching_strategy);
  request.last_word_prefix =
      view.prefixes && query.prefix_last.value_or(query.language != "fihris");
  request.time_limit_seconds = sooner(view.cutoff_seconds, seconds);
  if (!query.corrections) request.corrections = {false, false, false};
  request.corrections.spelling = request.corrections.spelling && view.spelling;
  if (query.language == "fihris") {
    add_own_filters(request, query.filter);
  } else if (!query.filter.is_null()) {
    add_filter(request, query.filter, view);
  }
  if (!extra_filter.is_null()) add_filter(request, extra_filter, view);
  if (query.distinct) {
    if (!is_filterable(view, *query.distinct)) {
      throw ApiError("invalid_search_distinct", "Attribute `" + *query.distinct +
                                                    "` is not filterable and thus, cannot be used "
                                                    "as distinct attribute. " +
                                                    listed(view.filterable, "filterable"));
    }
    request.distinct = *query.distinct;
  }
  add_sort(request, query, view);
  add_facets(request, query, view);
  return request;
}

}  // namespace fihris::server::search
