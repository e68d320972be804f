// Which request is answered by what.
#pragma once

#include "api/service.h"
#include "http/message.h"

namespace fihris::server::api {

// The service must outlive the handler. Every answer of it that is no success is a JSON error of
// the protocol.
http::Handler handler(Service& service);

}  // namespace fihris::server::api
