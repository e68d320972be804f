#include "fihris/server/server.h"

#include <memory>

#include "errors/api_error.h"
#include "fihris/store/error.h"
#include "http/server.h"
#include "metrics/access_log.h"
#include "metrics/registry.h"

namespace fihris::server {
namespace {

void require_key(const ServerOptions& options) {
  if (!options.master_key.empty() || http::is_loopback(options.address)) return;
  throw Error(ErrorCode::kUsage,
              "whoever reaches " + options.address + " could read and change every index.",
              "Set a key with --master-key-file or FIHRIS_MASTER_KEY, or listen at 127.0.0.1.");
}

http::Response placeholder_answer(const http::Request& request, const metrics::Registry& registry) {
  const auto is = [&request](const char* name) {
    return request.path.size() == 1 && request.path.front() == name;
  };
  if (is("health")) return {.body = R"({"status":"available"})"};
  if (is("metrics"))
    return {.content_type = std::string(metrics::kContentType), .body = registry.text()};
  throw errors::ApiError("not_found", "There is nothing at this address.");
}

// Stands until there is a router.
http::Handler placeholder(const metrics::Registry& registry) {
  return {
      .lane = [](const http::Request&) { return http::Lane::kOther; },
      .answer = [&registry](
                    const http::Request& request) { return placeholder_answer(request, registry); },
      .route = [](const http::Request&) -> std::string_view { return "/health"; }};
}

// What the service does with each request besides answering it.
struct Watching {
  explicit Watching(const ServerOptions& options) {
    metrics::add_process(registry);
    if (!options.access_log.empty())
      log = std::make_unique<metrics::AccessLog>(options.access_log, options.log_queries);
  }

  void see(const http::Exchange& exchange) {
    registry.requests().count(exchange);
    if (log) log->add(exchange);
  }

  metrics::Registry registry;
  std::unique_ptr<metrics::AccessLog> log;
};

http::Options http_options(const ServerOptions& options, Watching& watching) {
  http::Options http;
  http.address = options.address;
  http.port = options.port;
  http.search_threads = options.threads;
  http.limits.body_bytes = options.max_body_bytes;
  http.allowed_origins = options.allowed_origins;
  http.signals = true;
  http.exchanged = [&watching](const http::Exchange& exchange) { watching.see(exchange); };
  http.reopen = [&watching] {
    if (watching.log) watching.log->reopen();
  };
  http.alive = options.alive;
  http.stopping = options.stopping;
  return http;
}

void add_load(metrics::Registry& registry, const http::Server& server) {
  using Samples = std::vector<metrics::Sample>;
  registry.add({"fihris_http_connections", "Open connections.", metrics::Kind::kGauge, [&server] {
                  return Samples{{{}, static_cast<double>(server.load().connections)}};
                }});
  registry.add({"fihris_http_requests_in_flight", "Requests read and not yet answered.",
                metrics::Kind::kGauge, [&server] {
                  return Samples{{{}, static_cast<double>(server.load().in_flight)}};
                }});
  registry.add({"fihris_http_queue_length", "Requests that wait for a thread.",
                metrics::Kind::kGauge, [&server] {
                  const http::Load load = server.load();
                  return Samples{{{{"lane", "search"}}, static_cast<double>(load.waiting_searches)},
                                 {{{"lane", "other"}}, static_cast<double>(load.waiting_others)}};
                }});
}

}  // namespace

void serve(const ServerOptions& options) {
  require_key(options);
  Watching watching(options);
  http::Server server(http_options(options, watching), placeholder(watching.registry));
  add_load(watching.registry, server);
  if (options.ready) options.ready(server.port());
  server.run();
}

}  // namespace fihris::server
