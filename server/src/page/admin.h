// What an archive's keepers see: indexes, their sizes and settings, and what was written last.
#pragma once

#include "http/message.h"
#include "page/site.h"

namespace fihris::server::page {

// The page /admin for who sends a key as the password of HTTP's basic authentication; others are
// asked for it (401). It shows what the key may see: a key for all indexes with the actions
// `stats.get`, `settings.get` and `tasks.get`, or the master key. `answer` is that of the API.
http::Response admin_page(const std::function<http::Response(const http::Request&)>& answer,
                          const http::Request& request, const Site& site);

}  // namespace fihris::server::page
