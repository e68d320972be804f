// What a search of the protocol asks of the index.
#pragma once

#include "fihris/searcher/request.h"
#include "search/index_view.h"
#include "search/search_query.h"

namespace fihris::server::search {

// The page that is wanted, within what the index gives.
struct Window {
  std::size_t offset = 0;
  std::size_t limit = 0;
  bool by_pages = false;
  std::size_t page = 0;
  std::size_t per_page = 0;
};
Window window_of(const SearchQuery& query, const IndexView& view);

// Throws ApiError{invalid_search_…} for attributes that do not filter, count or sort.
SearchRequest request_of(const SearchQuery& query, const IndexView& view, const Json& extra_filter,
                         double seconds);

// The fields that every index has: they filter and are counted without being declared.
bool is_built_in_facet(std::string_view name);

}  // namespace fihris::server::search
