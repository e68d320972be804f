// The routes below /keys.
#pragma once

#include "http/message.h"
#include "keys/gate.h"
#include "keys/key_store.h"

namespace fihris::server::keys {

// Answers GET and POST /keys, and GET, PATCH and DELETE /keys/{uid or key}. request.path begins
// with "keys". Throws ApiError: those of the gate, of bodies and parameters, api_key_not_found,
// method_not_allowed, not_found.
http::Response answer_keys(const http::Request& request, KeyStore& store, const Gate& gate);

}  // namespace fihris::server::keys
