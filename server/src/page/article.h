// An article to be read.
#pragma once

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

struct ReadArticle {
  Json marked;            // the API's …/marked
  Json related;           // the API's …/related; an empty object where that is refused
  std::size_t hit = 1;    // the mark that is looked at
  std::string permalink;  // the page's whole address
};

// Throws ApiError{document_not_found}.
ReadArticle read_article(const Api& api, const Frame& frame, const std::string& id);

Html article_view(const Frame& frame, const ReadArticle& article);

}  // namespace fihris::server::page
