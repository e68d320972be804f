// What somebody who is typing may mean.
#pragma once

#include "page/api.h"
#include "page/frame.h"

namespace fihris::server::page {

// Options of a list box: <li role="option" …>; nothing where the key of the page does not allow
// suggestions.
Html suggestions(const Api& api, const Frame& frame);

}  // namespace fihris::server::page
