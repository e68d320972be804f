// The target of a request line: "/indexes/movies/search?q=%D9%82".
#pragma once

#include <string>
#include <string_view>

#include "http/message.h"

namespace fihris::server::http {

// Fills path and parameters of `request`; a scheme and host in front are passed over. Throws
// ApiError bad_request for what is not "/…", a broken %-escape, NUL, and what is not UTF-8.
void read_target(std::string_view target, Request& request);

}  // namespace fihris::server::http
