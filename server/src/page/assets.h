// Style, programs and pictures of the page, which the program carries with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.h"
#include "page/site.h"

namespace fihris::server::page {

// "/assets/page.css". Browsers ask each time whether what they keep of it is still so (ETag).
std::string asset_address(std::string_view name);
// The file of this name; nothing for none. "site.css" and "logo" are the site's.
std::optional<http::Response> asset(std::string_view name, const Site& site);

}  // namespace fihris::server::page
