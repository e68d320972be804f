// An article from a file of plain text.
#pragma once

#include <variant>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::parse {

// Decodes, cleans (clean_page) and names it. Thread-safe.
std::variant<Article, SourceError> parse_text_article(const RawRecord& record, Reading& reading);

}  // namespace fihris::indexer::parse
