// Which page answers which address.
#pragma once

#include <functional>
#include <string>

#include "http/message.h"
#include "page/site.h"

namespace fihris::server::page {

using Complain = std::function<void(const std::string& what)>;

// The pages before the API: what is no page is answered by `api`, which pages ask, too. With a
// master key (`keyed`) and no key in the site's settings there are none but /admin, which there is
// only then. Thread-safe like `api`. `complain` is told of failures that answers do not name.
http::Handler with_pages(http::Handler api, Site site, bool keyed, Complain complain = {});

}  // namespace fihris::server::page
