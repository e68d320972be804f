// An article from a saved web page.
#pragma once

#include <variant>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::parse {

// Takes title, date, author, section, tags, source, url and language from the page's own statements
// (JSON-LD, OpenGraph and other meta elements, canonical link), the text from the element that
// holds most running text, and then applies the rules of clean_page() to its lines. Pages larger
// than 16 MB or nested deeper than any page is are refused. Thread-safe.
std::variant<Article, SourceError> parse_html_article(const RawRecord& record, Reading& reading);

}  // namespace fihris::indexer::parse
