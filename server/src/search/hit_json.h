// Hits as clients of the protocol expect them.
#pragma once

#include <vector>

#include "documents/json_text.h"
#include "fihris/searcher/searcher.h"
#include "search/index_view.h"
#include "search/search_query.h"

namespace fihris::server::search {

// The documents of the hits with what the query asks besides. `request` is what `searcher` has just
// answered with `results`.
std::vector<Json> hits_json(const SearchQuery& query, const IndexView& view,
                            const SearchRequest& request, const SearchResults& results,
                            Searcher& searcher);

// A score as the protocol has it, from 0 to 1.
double ranking_score(const Hit& hit, bool has_words);

// An article as it was read, whatever the document that was sent calls its fields: id, title, date,
// source, author and section (lists), url and tags, as far as the index displays them.
Json article_json(const Article& article, const IndexView& view);

// Articles that are named, not shown: id, title, source, date and url.
Json refs_json(const std::vector<ArticleRef>& refs);

// The parts of a document that an index shows.
Json displayed(Json document, const IndexView& view);

}  // namespace fihris::server::search
