// Which request is answered by what.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "api/service.h"
#include "http/message.h"

namespace fihris::server::api {

// The service must outlive the handler. Every answer of it that is no success is a JSON error of
// the protocol.
http::Handler handler(Service& service);

// Methods and paths of all routes.
std::vector<std::pair<std::string_view, std::string_view>> routes();

}  // namespace fihris::server::api
