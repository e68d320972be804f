// Searches, of one index and of several, suggestions and similar documents.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <utility>

#include "api/answers.h"
#include "documents/document_text.h"
#include "errors/api_error.h"
#include "fihris/searcher/writers.h"
#include "fihris/store/error.h"
#include "search/federation.h"
#include "search/hit_json.h"
#include "search/search_answer.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;

// Of one request.
constexpr std::size_t kMaxQueries = 100;

// Wrong values that only the index can tell are the request's fault.
template <class Asking>
auto ask(Asking asking) {
  try {
    return asking();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kUsage) throw;
    std::string message = error.what();
    if (!message.ends_with('.')) message += '.';
    if (!error.hint().empty()) message += " " + error.hint();
    throw ApiError("invalid_search_filter", message);
  }
}

Json answer_one(const Call& call, const search::SearchQuery& query, const std::string& uid) {
  Service& service = call.service;
  const IndexViews::Pointer view = view_of(service, uid);
  search::Answered answered = ask([&] {
    return search::answer(query, *view, call.grant.filter_for(uid), service.options.search_seconds,
                          service.readers);
  });
  if (answered.found_nothing) service.searches_without_hits.add();
  if (answered.corrected) service.searches_corrected.add();
  return std::move(answered.json);
}

// Names the answer to a GET request: the same until the index or the day changes, which dates in
// words are told from.
std::string etag_of(const Call& call, const std::string& uid) {
  const auto day = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  std::string told = indexes::change_token(call.service.catalog.directory(uid)) +
                     call.service.catalog.get(uid).updated +
                     std::to_string(day.time_since_epoch().count()) + call.request.authorization;
  for (const auto& [name, value] : call.request.parameters)
    told.append(1, '\0').append(name).append(1, '\0').append(value);
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "\"%016zx\"", std::hash<std::string>{}(told));
  return text.data();
}

// A search of several, with its index.
std::pair<search::SearchQuery, std::string> query_of(const Call& call, const Json& json,
                                                     std::size_t number) {
  const std::string place = "`.queries[" + std::to_string(number) + "]`: ";
  try {
    search::SearchQuery query = search::read_search(json);
    if (query.index_uid.empty())
      throw ApiError("missing_index_uid",
                     "Missing field `indexUid` inside `.queries[" + std::to_string(number) + "]`");
    indexes::require_valid_uid(query.index_uid);
    call.grant.require(query.index_uid);
    std::string uid = query.index_uid;
    return {std::move(query), std::move(uid)};
  } catch (const ApiError& error) {
    if (error.code() == "missing_index_uid" || error.status() == 403) throw;
    throw ApiError(error.code(), "Inside " + place + error.what());
  }
}

Json suggestion_json(const Suggestion& suggestion) {
  Json json = {
      {"kind", to_string(suggestion.kind)}, {"text", suggestion.text}, {"count", suggestion.count}};
  if (!suggestion.id.empty()) json["id"] = suggestion.id;
  return json;
}

std::size_t count_in(const Json& body, const char* name, std::size_t otherwise) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return otherwise;
  if (!found->is_number_unsigned() || *found > 10'000) {
    throw ApiError(std::string("invalid_similar_") + name,
                   std::string("Invalid value at `.") + name +
                       "`: expected a positive integer up to 10000, but found " +
                       documents::described(*found));
  }
  return found->get<std::size_t>();
}

http::Response similar_to(const Call& call, const Json& body) {
  if (!body.is_object() || !body.contains("id"))
    throw ApiError("missing_similar_id", "Missing field `id`");
  const Json& id = body["id"];
  if (!id.is_string() && !id.is_number_integer()) {
    throw ApiError("invalid_similar_id",
                   "the value of `id` is invalid: " + documents::described(id));
  }
  require_whole_index(call.grant, call.values[0]);
  const std::string text = id.is_string() ? id.get<std::string>() : id.dump();
  const IndexViews::Pointer view = view_of(call.service, call.values[0]);
  const std::size_t offset = count_in(body, "offset", 0);
  const std::size_t limit = count_in(body, "limit", 20);
  std::optional<indexes::Reader> reader = call.service.readers.take(view->uid);
  const auto related =
      reader ? (*reader)->related(text, offset + limit) : std::optional<RelatedArticles>();
  if (!related)
    throw ApiError("not_found_similar_id", "Document with id `" + text + "` not found.");
  Json hits = Json::array();
  for (std::size_t i = offset; i < related->hits.size(); ++i) {
    const Json document =
        Json::parse(documents::document_of(related->hits[i].article), nullptr, false);
    hits.push_back(search::displayed(document, *view));
  }
  return json_response(
      {{"hits", std::move(hits)},
       {"id", text},
       {"processingTimeMs", static_cast<std::int64_t>(std::lround(related->processing_ms))},
       {"offset", offset},
       {"limit", limit},
       {"estimatedTotalHits", related->hits.size()}});
}

}  // namespace

http::Response search(const Call& call) {
  const Json body = call.request.body.empty() ? Json::object() : json_body(call.request);
  const search::SearchQuery query = search::read_search(body);
  http::Response response = json_response(answer_one(call, query, call.values[0]));
  response.query = query.q;
  return response;
}

http::Response search_by_parameters(const Call& call) {
  const search::SearchQuery query = search::read_search(call.request.parameters);
  const std::string etag = etag_of(call, call.values[0]);
  http::Response response;
  if (call.request.if_none_match.find(etag) != std::string::npos) {
    response.status = 304;
  } else {
    response = json_response(answer_one(call, query, call.values[0]));
  }
  response.headers.emplace_back("ETag", etag);
  response.query = query.q;
  return response;
}

http::Response multi_search(const Call& call) {
  const Json body = json_body(call.request);
  if (!body.is_object() || !body.contains("queries"))
    throw ApiError("bad_request", "Missing field `queries`");
  if (!body["queries"].is_array()) {
    throw ApiError("invalid_multi_search_queries",
                   "Invalid value type at `.queries`: expected an array, but found " +
                       documents::described(body["queries"]));
  }
  if (body["queries"].size() > kMaxQueries) {
    throw ApiError("invalid_multi_search_queries",
                   "A request may have up to " + std::to_string(kMaxQueries) + " queries.");
  }
  std::vector<std::pair<search::SearchQuery, std::string>> queries;
  for (const Json& json : body["queries"]) queries.push_back(query_of(call, json, queries.size()));
  const Json federation = body.value("federation", Json());
  if (!federation.is_null()) {
    return json_response(search::federated(
        federation, queries, [&](const search::SearchQuery& query, const std::string& uid) {
          return answer_one(call, query, uid);
        }));
  }
  Json results = Json::array();
  for (const auto& [query, uid] : queries) {
    Json result = {{"indexUid", uid}};
    result.update(answer_one(call, query, uid));
    results.push_back(std::move(result));
  }
  return json_response({{"results", std::move(results)}});
}

http::Response facet_search(const Call& call) {
  const std::string& uid = call.values[0];
  const Json body = json_body(call.request);
  return json_response(ask([&] {
    return search::answer_facet_search(body, *view_of(call.service, uid),
                                       call.grant.filter_for(uid),
                                       call.service.options.search_seconds, call.service.readers);
  }));
}

http::Response similar(const Call& call) { return similar_to(call, json_body(call.request)); }

http::Response similar_by_parameters(const Call& call) {
  Json body = Json::object();
  for (const auto& [name, text] : call.request.parameters) {
    const Json number = Json::parse(text, nullptr, false);
    const bool counts = name == "offset" || name == "limit";
    body[name] = counts && number.is_number_unsigned() ? number : Json(text);
  }
  return similar_to(call, body);
}

http::Response suggest(const Call& call) {
  require_whole_index(call.grant, call.values[0]);
  call.service.catalog.get(call.values[0]);
  const std::string* const typed = call.request.parameter("q");
  const Paging paging = paging_of(call.request, "invalid_suggest");
  Json list = Json::array();
  double milliseconds = 0;
  if (std::optional<indexes::Reader> reader = call.service.readers.take(call.values[0])) {
    const Suggestions found = (*reader)->suggest(typed == nullptr ? "" : *typed,
                                                 std::min<std::size_t>(paging.limit, 100));
    milliseconds = found.processing_ms;
    for (const Suggestion& suggestion : found.suggestions)
      list.push_back(suggestion_json(suggestion));
  }
  return json_response({{"query", typed == nullptr ? "" : *typed},
                        {"suggestions", std::move(list)},
                        {"processingTimeMs", milliseconds}});
}

}  // namespace fihris::server::api
