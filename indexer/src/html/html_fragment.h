// HTML where plain text was expected.
#pragma once

#include <string>

namespace fihris::indexer::html {

// Turns a text that is clearly HTML into plain paragraphs, a line each: one with the tag of an
// element («<p>», not «a < b»), or with character references («&nbsp;»), which are all that is
// changed then. Markup that was escaped once more than it should be is markup too. All other text,
// and markup nested deeper than any article, stays as it is. Thread-safe.
void replace_markup(std::string& text);

}  // namespace fihris::indexer::html
