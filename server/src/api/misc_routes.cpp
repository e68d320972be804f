// Health, version, statistics, metrics and the front page.
#include <cmath>
#include <map>

#include "api/answers.h"
#include "documents/document_text.h"
#include "fihris/store/generations.h"

namespace fihris::server::api {
namespace {

// How many documents have each field. Reads all of them.
Json count_fields(Searcher& searcher) {
  std::map<std::string, std::uint64_t> counts;
  searcher.for_each_article([&](const Article& article) {
    const Json document = Json::parse(documents::document_of(article), nullptr, false);
    for (const auto& [name, value] : document.items()) ++counts[name];
  });
  Json json = Json::object();
  for (const auto& [name, count] : counts) json[name] = count;
  return json;
}

Json field_distribution(Service& service, const std::string& uid, Searcher& searcher) {
  const std::string state = indexes::change_token(service.catalog.directory(uid));
  return *service.field_counts.get(uid, state, [&] { return count_fields(searcher); });
}

Json stats_of(Service& service, const std::string& uid) {
  const std::filesystem::path dir = service.catalog.directory(uid);
  std::optional<indexes::Reader> reader = service.readers.take(uid);
  const std::uint64_t documents = reader ? (*reader)->live_articles() : 0;
  const std::uint64_t bytes = reader ? index_bytes(dir) : 0;
  return {
      {"numberOfDocuments", documents},
      {"rawDocumentDbSize", bytes},
      {"avgDocumentSize", documents == 0 ? 0 : bytes / documents},
      {"isIndexing", service.tasks.is_busy(uid)},
      {"numberOfEmbeddings", 0},
      {"numberOfEmbeddedDocuments", 0},
      {"fieldDistribution", reader ? field_distribution(service, uid, **reader) : Json::object()}};
}

}  // namespace

http::Response health(const Call& call) {
  // An index that cannot be opened is no healthy service.
  for (const indexes::IndexRow& row : call.service.catalog.list()) {
    std::optional<indexes::Reader> reader = call.service.readers.take(row.uid);
    if (!reader) continue;
    SearchRequest request;
    request.limit = 1;
    request.snippets = false;
    request.time_limit_seconds = 1;
    (*reader)->search(request);
  }
  return json_response({{"status", "available"}});
}

http::Response version(const Call&) {
  return json_response(
      {{"commitSha", "unknown"}, {"commitDate", "unknown"}, {"pkgVersion", FIHRIS_VERSION}});
}

http::Response stats(const Call& call) {
  Json indexes = Json::object();
  std::string last;
  std::uint64_t bytes = 0;
  for (const indexes::IndexRow& row : call.service.catalog.list()) {
    if (!call.grant.sees(row.uid)) continue;
    indexes[row.uid] = stats_of(call.service, row.uid);
    bytes += indexes[row.uid]["rawDocumentDbSize"].get<std::uint64_t>();
    last = std::max(last, row.updated);
  }
  return json_response({{"databaseSize", bytes},
                        {"usedDatabaseSize", bytes},
                        {"lastUpdate", last.empty() ? Json(nullptr) : Json(last)},
                        {"indexes", std::move(indexes)}});
}

http::Response index_stats(const Call& call) {
  call.service.catalog.get(call.values[0]);
  return json_response(stats_of(call.service, call.values[0]));
}

http::Response metrics_text(const Call& call) {
  return {.content_type = std::string(metrics::kContentType), .body = call.service.registry.text()};
}

http::Response front_page(const Call& call) {
  std::string list;
  if (call.service.options.master_key.empty()) {
    for (const indexes::IndexRow& row : call.service.catalog.list())
      list += "<li><code>/indexes/" + row.uid + "/search?q=…</code></li>";
  }
  return {.content_type = "text/html; charset=utf-8",
          .body =
              "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Fihris</title>"
              "<h1><bdi lang=\"ar\">فهرس</bdi> Fihris " FIHRIS_VERSION
              "</h1>"
              "<p>An HTTP service for searching Arabic archives. Its API is described in "
              "<code>docs/http-api.md</code> and at <a href=\"/openapi.json\">/openapi.json</a>."
              "</p><ul>" +
              list + "</ul></html>",
          .headers = {{"Content-Security-Policy", "default-src 'none'"}}};
}

}  // namespace fihris::server::api
