#include "fihris/server/server.h"

#include <memory>

#include "api/router.h"
#include "back_end.h"
#include "fihris/store/error.h"
#include "http/server.h"
#include "metrics/access_log.h"
#include "metrics/registry.h"
#include "page/routes.h"
#include "page/site.h"

namespace fihris::server {
namespace {

void require_key(const ServerOptions& options) {
  if (!options.master_key.empty() || http::is_loopback(options.address)) return;
  throw Error(ErrorCode::kUsage,
              "whoever reaches " + options.address + " could read and change every index.",
              "Set a key with --master-key-file or FIHRIS_MASTER_KEY, or listen at 127.0.0.1.");
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
  page::Site site = options.page.empty() ? page::usual_site() : page::read_site(options.page);
  BackEnd back(options, watching.registry);
  http::Server server(http_options(options, watching),
                      page::with_pages(api::handler(back.service), std::move(site),
                                       !options.master_key.empty(), options.complained));
  add_load(watching.registry, server);
  if (options.ready) options.ready(server.port());
  server.run();
}

}  // namespace fihris::server
