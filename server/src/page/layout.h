// What stands around the content of every page.
#pragma once

#include <string>
#include <vector>

#include "page/frame.h"

namespace fihris::server::page {

// A whole document: head, the form with the state's search, `content`, foot. `indexes`: those to
// choose from.
Html document(const Frame& frame, const std::vector<std::string>& indexes, const std::string& title,
              const Html& content);

// The title of a page: what was searched, and where.
std::string titled(const Frame& frame, const std::string& what);

}  // namespace fihris::server::page
