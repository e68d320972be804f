// Results as text for people and programs. All escaping is done here.
#pragma once

#include <string>
#include <string_view>

#include "fihris/searcher/results.h"

namespace fihris {

// The JSON of a search, field names after Meilisearch; valid UTF-8, one line, offsets of marks in
// Unicode code points.
std::string to_json(const SearchResults& results);
std::string to_json(const Article& article);
std::string to_json(const RelatedArticles& related);
std::string to_json(const Suggestions& suggestions);

// HTML-escaped text (& < > " ') with <mark>…</mark> around the marks, each isolated by <bdi>; safe
// to paste into an element.
std::string to_html(const Snippet& snippet);

// For a terminal, in logical order; ANSI colour when asked for, else marks as [ … ].
std::string to_terminal(const SearchResults& results, bool colour);
std::string to_terminal(const RelatedArticles& related, bool colour);
// One suggestion a line.
std::string to_terminal(const Suggestions& suggestions);

}  // namespace fihris
