// Results as text for people and programs. All escaping is done here.
#pragma once

#include <cstddef>
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

// A byte of a text as the end of a mark is written: counted in this unit. byte <= text.size(), on a
// code-point boundary.
std::size_t mark_offset(std::string_view text, std::size_t byte, MarkUnit unit);

// HTML-escaped text (& < > " '), without what a page would obey instead of show (control codes,
// direction overrides); safe in elements and in quoted attributes.
std::string escape_html(std::string_view text);

// HTML-escaped text (& < > " ') with <mark>…</mark> around the marks, each isolated by <bdi>; safe
// to paste into an element.
std::string to_html(const Snippet& snippet);

// For a terminal, in logical order; ANSI colour when asked for, else marks as [ … ].
std::string to_terminal(const SearchResults& results, bool colour);
std::string to_terminal(const RelatedArticles& related, bool colour);
// One suggestion a line.
std::string to_terminal(const Suggestions& suggestions);

}  // namespace fihris
