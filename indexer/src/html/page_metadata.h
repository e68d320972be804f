// What a web page says of itself.
#pragma once

#include <string>
#include <vector>

#include "fihris/store/article.h"
#include "html/html_tree.h"

namespace fihris::indexer::html {

// Title, date, author, section, tags, source, url and lang as stated, the most trustworthy
// statement first: JSON-LD, then meta elements (OpenGraph and others), then the visible parts of
// the page. `article_body` is the text as JSON-LD gives it, without paragraphs, or empty.
struct PageMetadata {
  Article article;
  std::string article_body;
};
PageMetadata read_metadata(const HtmlTree& tree, const std::vector<std::string>& json_ld);

// Fills what is empty from the JSON-LD scripts of a page. Scripts that are not JSON say nothing.
void read_json_ld(const std::vector<std::string>& scripts, PageMetadata& page);

// The headline without the site's name behind a stroke or dash; the name goes to `site`.
std::string without_site_name(std::string_view title, std::string& site);

}  // namespace fihris::indexer::html
