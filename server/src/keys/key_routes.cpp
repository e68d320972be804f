#include "keys/key_routes.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>
#include <system_error>

#include "errors/api_error.h"

namespace fihris::server::keys {
namespace {

using errors::ApiError;

constexpr std::size_t kDefaultLimit = 20;

http::Response json_response(int status, const Json& json) {
  http::Response response;
  response.status = status;
  response.body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  return response;
}

Json body_of(const http::Request& request) {
  if (request.content_type.empty()) {
    throw ApiError("missing_content_type",
                   "A Content-Type header is missing. Accepted values for the Content-Type header "
                   "are: `application/json`");
  }
  if (request.content_type != "application/json") {
    throw ApiError("invalid_content_type", "The Content-Type `" + request.content_type +
                                               "` is invalid. Accepted values for the "
                                               "Content-Type header are: `application/json`");
  }
  if (request.body.empty()) throw ApiError("missing_payload", "A json payload is missing.");
  try {
    return Json::parse(request.body);
  } catch (const Json::exception& error) {
    throw ApiError("malformed_payload",
                   std::string("The json payload provided is malformed. `") + error.what() + "`.");
  }
}

std::size_t number(const std::string& name, const std::string& value) {
  std::size_t parsed = 0;
  const char* const end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, parsed);
  if (error != std::errc() || stop != end || value.empty()) {
    throw ApiError("invalid_api_key_" + name,
                   "Invalid value in parameter `" + name + "`: `" + value + "` is no whole number");
  }
  return parsed;
}

http::Response list(const http::Request& request, const KeyStore& store) {
  std::size_t offset = 0;
  std::size_t limit = kDefaultLimit;
  for (const auto& [name, value] : request.parameters) {
    if (name != "offset" && name != "limit") {
      throw ApiError("bad_request",
                     "Unknown parameter `" + name + "`: expected one of `offset`, `limit`");
    }
    (name == "offset" ? offset : limit) = number(name, value);
  }
  const auto keys = store.all();
  const std::size_t begin = std::min(offset, keys->size());
  const std::size_t end = begin + std::min(limit, keys->size() - begin);
  Json results = Json::array();
  for (std::size_t i = begin; i < end; ++i) results.push_back(shown(*(*keys)[i]));
  return json_response(
      200, {{"results", results}, {"offset", offset}, {"limit", limit}, {"total", keys->size()}});
}

[[noreturn]] void refuse_method(const http::Request& request) {
  throw ApiError("method_not_allowed", "The route has no method " + request.method + ".");
}

http::Response answer_all(const http::Request& request, KeyStore& store, const Gate& gate) {
  if (request.method == "GET") {
    gate.check(request.authorization, "keys.get");
    return list(request, store);
  }
  if (request.method != "POST") refuse_method(request);
  gate.check(request.authorization, "keys.create");
  return json_response(201, shown(*store.create(key_of(body_of(request)))));
}

http::Response answer_one(const http::Request& request, KeyStore& store, const Gate& gate) {
  const std::string& name = request.path[1];
  if (request.method == "GET") {
    gate.check(request.authorization, "keys.get");
    return json_response(200, shown(*store.get(name)));
  }
  if (request.method == "PATCH") {
    gate.check(request.authorization, "keys.update");
    return json_response(200, shown(*store.update(name, change_of(body_of(request)))));
  }
  if (request.method != "DELETE") refuse_method(request);
  gate.check(request.authorization, "keys.delete");
  store.remove(name);
  http::Response response;
  response.status = 204;
  response.content_type.clear();
  return response;
}

}  // namespace

http::Response answer_keys(const http::Request& request, KeyStore& store, const Gate& gate) {
  if (request.path.size() == 1) return answer_all(request, store, gate);
  if (request.path.size() == 2) return answer_one(request, store, gate);
  throw ApiError("not_found", "There is no such route below /keys.");
}

}  // namespace fihris::server::keys
