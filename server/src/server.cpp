#include "fihris/server/server.h"

#include "fihris/store/error.h"
#include "http/server.h"

namespace fihris::server {
namespace {

void require_key(const ServerOptions& options) {
  if (!options.master_key.empty() || http::is_loopback(options.address)) return;
  throw Error(ErrorCode::kUsage,
              "whoever reaches " + options.address + " could read and change every index.",
              "Set a key with --master-key-file or FIHRIS_MASTER_KEY, or listen at 127.0.0.1.");
}

http::Handler placeholder() {
  return {.lane = [](const http::Request&) { return http::Lane::kOther; },
          .answer =
              [](const http::Request& request) {
                if (request.path == std::vector<std::string>{"health"})
                  return http::Response{.body = R"({"status":"available"})"};
                return http::Response{.status = 404, .body = "{}"};
              },
          .route = [](const http::Request&) -> std::string_view { return "/health"; }};
}

http::Options http_options(const ServerOptions& options) {
  http::Options http;
  http.address = options.address;
  http.port = options.port;
  http.search_threads = options.threads;
  http.limits.body_bytes = options.max_body_bytes;
  http.allowed_origins = options.allowed_origins;
  http.signals = true;
  http.alive = options.alive;
  http.stopping = options.stopping;
  return http;
}

}  // namespace

void serve(const ServerOptions& options) {
  require_key(options);
  http::Server server(http_options(options), placeholder());
  if (options.ready) options.ready(server.port());
  server.run();
}

}  // namespace fihris::server
