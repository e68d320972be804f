#include "api/router.h"

#include <array>
#include <exception>
#include <new>
#include <span>
#include <string_view>
#include <utility>

#include "errors/api_error.h"
#include "fihris/store/error.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;
using http::Lane;

// `{uid}` in a path is one part of any text; the first is the index that the key must allow.
struct Route {
  std::string_view method;
  std::string_view path;
  std::string_view action;  // that a key must allow; empty: anybody may
  Answer answer;
  Lane lane = Lane::kOther;
};

constexpr auto kRoutes = std::to_array<Route>({
    {"GET", "/", "", front_page},
    {"GET", "/openapi.json", "", open_api},
    {"GET", "/health", "", health},
    {"GET", "/version", "version", version},
    {"GET", "/stats", "stats.get", stats},
    {"GET", "/metrics", "metrics.get", metrics_text},
    {"GET", "/indexes", "indexes.get", list_indexes},
    {"POST", "/indexes", "indexes.create", create_index},
    {"GET", "/indexes/{uid}", "indexes.get", get_index},
    {"PATCH", "/indexes/{uid}", "indexes.update", update_index},
    {"DELETE", "/indexes/{uid}", "indexes.delete", delete_index},
    {"GET", "/indexes/{uid}/stats", "stats.get", index_stats},
    {"POST", "/indexes/{uid}/compact", "indexes.compact", compact_index},
    {"POST", "/swap-indexes", "indexes.swap", swap_indexes},
    {"GET", "/indexes/{uid}/documents", "documents.get", list_documents},
    {"POST", "/indexes/{uid}/documents", "documents.add", replace_documents},
    {"PUT", "/indexes/{uid}/documents", "documents.add", merge_documents},
    {"DELETE", "/indexes/{uid}/documents", "documents.delete", delete_all_documents},
    {"POST", "/indexes/{uid}/documents/fetch", "documents.get", fetch_documents},
    {"POST", "/indexes/{uid}/documents/delete-batch", "documents.delete", delete_documents_by_ids},
    {"POST", "/indexes/{uid}/documents/delete", "documents.delete", delete_documents_by_filter},
    {"POST", "/indexes/{uid}/documents/edit", "documents.add", refuse_feature},
    {"GET", "/indexes/{uid}/documents/{id}", "documents.get", get_document},
    {"DELETE", "/indexes/{uid}/documents/{id}", "documents.delete", delete_document},
    {"GET", "/indexes/{uid}/documents/{id}/related", "search", related_documents, Lane::kSearch},
    {"GET", "/indexes/{uid}/documents/{id}/marked", "search", marked_document, Lane::kSearch},
    {"GET", "/indexes/{uid}/search", "search", search_by_parameters, Lane::kSearch},
    {"POST", "/indexes/{uid}/search", "search", search, Lane::kSearch},
    {"POST", "/indexes/{uid}/facet-search", "search", facet_search, Lane::kSearch},
    {"GET", "/indexes/{uid}/similar", "search", similar_by_parameters, Lane::kSearch},
    {"POST", "/indexes/{uid}/similar", "search", similar, Lane::kSearch},
    {"GET", "/indexes/{uid}/suggest", "search", suggest, Lane::kSearch},
    {"POST", "/multi-search", "search", multi_search, Lane::kSearch},
    {"GET", "/indexes/{uid}/settings", "settings.get", get_settings},
    {"PATCH", "/indexes/{uid}/settings", "settings.update", change_settings},
    {"DELETE", "/indexes/{uid}/settings", "settings.update", reset_settings},
    {"GET", "/indexes/{uid}/settings/{name}", "settings.get", get_setting},
    {"PUT", "/indexes/{uid}/settings/{name}", "settings.update", change_setting},
    {"PATCH", "/indexes/{uid}/settings/{name}", "settings.update", change_setting},
    {"DELETE", "/indexes/{uid}/settings/{name}", "settings.update", reset_setting},
    {"GET", "/tasks", "tasks.get", list_tasks},
    {"DELETE", "/tasks", "tasks.delete", delete_tasks},
    {"POST", "/tasks/cancel", "tasks.cancel", cancel_tasks},
    {"GET", "/tasks/{uid}", "tasks.get", get_task},
    {"GET", "/batches", "tasks.get", list_batches},
    {"GET", "/batches/{uid}", "tasks.get", get_batch},
    {"GET", "/keys", "", answer_key_routes},
    {"POST", "/keys", "", answer_key_routes},
    {"GET", "/keys/{uid}", "", answer_key_routes},
    {"PATCH", "/keys/{uid}", "", answer_key_routes},
    {"DELETE", "/keys/{uid}", "", answer_key_routes},
    {"GET", "/experimental-features", "experimental.get", get_features},
    {"PATCH", "/experimental-features", "experimental.update", change_features},
    {"POST", "/dumps", "dumps.create", refuse_feature},
    {"POST", "/snapshots", "snapshots.create", refuse_feature},
    {"POST", "/export", "export", refuse_feature},
});

// The values of the {…} when the path is one of the route; nothing otherwise.
std::optional<std::vector<std::string>> values_of(std::string_view path,
                                                  const std::vector<std::string>& parts) {
  std::vector<std::string> values;
  std::size_t part = 0;
  while (path.size() > 1) {
    path.remove_prefix(1);
    const std::string_view wanted = path.substr(0, path.find('/'));
    path.remove_prefix(wanted.size());
    if (part == parts.size()) return std::nullopt;
    if (wanted.starts_with('{')) {
      values.push_back(parts[part]);
    } else if (wanted != parts[part]) {
      return std::nullopt;
    }
    ++part;
  }
  if (part != parts.size()) return std::nullopt;
  return values;
}

struct Found {
  const Route* route = nullptr;  // null: none
  std::vector<std::string> values;
  bool other_method = false;  // the path is one, of another method
};

// HEAD is answered as GET.
Found find(const http::Request& request) {
  const std::string_view sent = request.method;
  const std::string_view method = sent == "HEAD" ? "GET" : sent;
  Found found;
  for (const Route& route : kRoutes) {
    auto values = values_of(route.path, request.path);
    if (!values) continue;
    if (route.method == method) return {&route, *std::move(values), false};
    found.other_method = true;
  }
  return found;
}

http::Response error_response(const ApiError& error) {
  return {.status = error.status(), .body = error.json()};
}

// What is said of an error of the libraries: those who ask must not learn where files lie.
ApiError public_error(const Error& error) {
  switch (error.code()) {
    case ErrorCode::kUsage:
      return {"bad_request", error.what() + (error.hint().empty() ? "" : " " + error.hint())};
    case ErrorCode::kIndexDamaged:
    case ErrorCode::kIndexIncompatible:
      return {"index_not_accessible",
              "The index cannot be read: it is damaged, or of another version. The service's log "
              "says more."};
    default:
      return {"internal", "The index or the disk failed. The service's log says more."};
  }
}

http::Response answer(Service& service, const http::Request& request) {
  Found found = find(request);
  if (found.route == nullptr) {
    if (found.other_method)
      throw ApiError("method_not_allowed", "This address has no such method.");
    throw ApiError("not_found", "There is nothing at this address.");
  }
  const Route& route = *found.route;
  const bool of_index = route.path.starts_with("/indexes/{uid}");
  const std::optional<std::string_view> uid =
      of_index ? std::optional<std::string_view>(found.values[0]) : std::nullopt;
  keys::Grant grant = route.action.empty()
                          ? keys::Grant()
                          : service.gate.check(request.authorization, route.action, uid);
  if (uid) indexes::require_valid_uid(*uid);
  return route.answer({service, request, std::move(found.values), std::move(grant)});
}

bool only_reads(const http::Request& request) {
  const Found found = find(request);
  return found.route != nullptr &&
         (found.route->method == "GET" || found.route->lane == Lane::kSearch ||
          found.route->answer == fetch_documents);
}

// A search that two commits overtook, or whose index was exchanged, is asked again: the last time
// while nothing changes.
http::Response patient_answer(Service& service, const http::Request& request) {
  constexpr int kAttempts = 3;
  for (int tried = 1;; ++tried) {
    try {
      const indexes::Readers::Quiet quiet =
          tried == 1 ? indexes::Readers::Quiet() : service.readers.quiet();
      return answer(service, request);
    } catch (const Error& error) {
      const bool overtaken = error.code() == ErrorCode::kInputOutput ||
                             error.code() == ErrorCode::kIndexDamaged ||
                             error.code() == ErrorCode::kIndexMissing;
      if (!overtaken || tried == kAttempts || !only_reads(request)) throw;
      service.readers.forget_all();
    }
  }
}

void complain(const Service& service, const std::string& what) {
  if (service.options.complained) service.options.complained(what);
}

http::Response guarded_answer(Service& service, const http::Request& request) {
  try {
    return patient_answer(service, request);
  } catch (const ApiError& error) {
    http::Response response = error_response(error);
    // Clients of the protocol expect no words about an address that is none.
    if (error.code() == "not_found") response.body.clear();
    return response;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kUsage) complain(service, error.what());
    return error_response(public_error(error));
  } catch (const std::bad_alloc&) {
    return error_response({"internal", "Out of memory."});
  } catch (const std::exception& error) {
    complain(service, std::string("unexpected failure: ") + error.what() + ".");
    return error_response({"internal", "Unexpected failure."});
  }
}

}  // namespace

std::vector<std::pair<std::string_view, std::string_view>> routes() {
  std::vector<std::pair<std::string_view, std::string_view>> all;
  for (const Route& route : kRoutes) all.emplace_back(route.method, route.path);
  return all;
}

http::Handler handler(Service& service) {
  return {.lane =
              [](const http::Request& request) {
                const Found found = find(request);
                return found.route == nullptr ? Lane::kOther : found.route->lane;
              },
          .answer =
              [&service](const http::Request& request) { return guarded_answer(service, request); },
          .route = [](const http::Request& request) -> std::string_view {
            const Found found = find(request);
            return found.route == nullptr ? "other" : found.route->path;
          }};
}

}  // namespace fihris::server::api
