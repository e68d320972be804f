// Results in other programs' formats.
#pragma once

#include <string>
#include <string_view>

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// The documents of an answer without what the search added, a line each.
std::string as_json_lines(const Json& answer);
// Id, title, date, source, author, section, address; RFC 4180 with a byte order mark, which
// spreadsheets need for Arabic.
std::string as_csv(const Frame& frame, const Json& answer);
std::string as_bibtex(const Frame& frame, const Json& answer);
// A feed of the hits, RSS 2.0.
std::string as_rss(const Frame& frame, const Json& answer);

}  // namespace fihris::server::page
