// An article to be read, with the words of a query marked.
#pragma once

#include <string>

#include "fihris/searcher/searcher.h"
#include "search/index_view.h"
#include "search/search_query.h"

namespace fihris::server::search {

// {"_article", "html": {"title", "summary": […], "body": […]}, "marks"}: what the index displays of
// it, as HTML that is safe to paste, a line or paragraph each; and how many marks there are.
Json marked_article(const Article& article, const std::string& query, const IndexView& view,
                    Searcher& searcher);

}  // namespace fihris::server::search
