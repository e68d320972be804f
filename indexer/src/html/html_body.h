// The running text of a web page.
#pragma once

#include <string>

#include "html/html_tree.h"

namespace fihris::indexer::html {

// The lines of the element that holds the article: paragraphs, headings and list items, apart from
// each other by an empty line, parts of a paragraph broken by <br> by a line break. What is not the
// article by its element, role or class name (menus, forms, captions, share buttons, boxes of other
// articles) is left out, as is the first h1.
std::string body_lines(const HtmlTree& tree);

// The lines of a fragment that is known to be an article's: all of it, in the same form, but for
// elements that are no text of one (menus, forms, captions, frames).
std::string all_lines(const HtmlTree& tree);

}  // namespace fihris::indexer::html
