// Results as text for people and programs. All escaping is done here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/results.h"
#include "fihris/stemmer/stages.h"
#include "fihris/store/error.h"
#include "fihris/store/generations.h"

namespace fihris {

// The JSON of a search, field names after Meilisearch; valid UTF-8, one line, offsets of marks in
// Unicode code points.
std::string to_json(const SearchResults& results);
std::string to_json(const Article& article);
std::string to_json(const RelatedArticles& related);
std::string to_json(const Suggestions& suggestions);
// A text that somebody else shows, with marks, and as HTML in "_formatted".
std::string to_json(const Snippet& snippet, MarkUnit unit);
// A text and its tokens; spans in bytes of the text as it was given.
std::string to_json(std::string_view text, const std::vector<Stages>& tokens);
// {"message","code","type","link"}: what went wrong, and with the hint what to do.
std::string to_json(const Error& error);
std::string error_json(std::string_view message, std::string_view code, std::string_view type,
                       std::string_view link);

// What an index holds, for programs.
struct IndexStats {
  IndexInfo info;
  std::uint64_t articles = 0;  // live
  std::uint64_t bytes = 0;     // on disk
};
std::string to_json(const IndexStats& stats);

// A byte of a text as the end of a mark is written: counted in this unit. byte <= text.size(), on a
// code-point boundary.
std::size_t mark_offset(std::string_view text, std::size_t byte, MarkUnit unit);

// HTML-escaped text (& < > " '), without what a page would obey instead of show (control codes,
// direction overrides); safe in elements and in quoted attributes.
std::string escape_html(std::string_view text);

// HTML-escaped text (& < > " ') with <mark>…</mark> around the marks, each isolated by <bdi>; safe
// to paste into an element.
std::string to_html(const Snippet& snippet);

// How results look on a terminal.
struct TerminalStyle {
  bool colour = false;       // ANSI colour; else marks as [ … ]
  std::size_t columns = 80;  // lines are filled up to here
  bool brief = false;        // one line a hit
  // Around marks instead: these, and nothing else is coloured within a snippet.
  std::optional<std::string> mark_open = {};
  std::optional<std::string> mark_close = {};
};
// For a terminal, in logical order.
std::string to_terminal(const SearchResults& results, const TerminalStyle& style);
std::string to_terminal(const RelatedArticles& related, const TerminalStyle& style);
// One suggestion a line.
std::string to_terminal(const Suggestions& suggestions);

}  // namespace fihris
