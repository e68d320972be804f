// A web page made safe and small for the HTML parser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::html {

// The parser's work grows with nesting, and its tree is freed by recursion: a page made to nest a
// million deep, or to leave thousands of formatting elements open, would take memory and stack
// without bound. So the page is read once beforehand with the tokenizer's own rules, and what no
// article needs is left out on the way.
struct HtmlPrepass {
  std::string markup;  // without comments, scripts, styles, drawings; only the attributes that are
                       // asked for
  std::vector<std::string> json_ld;  // the JSON-LD scripts
  bool too_deep = false;             // markup is incomplete and must not be parsed
};
HtmlPrepass prepare_html(std::string_view page);

}  // namespace fihris::indexer::html
