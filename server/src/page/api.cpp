#include "page/api.h"

#include "errors/api_error.h"

namespace fihris::server::page {

using errors::ApiError;

Json Api::ask(http::Request request) const {
  if (!site_.key.empty()) request.authorization = "Bearer " + site_.key;
  const http::Response response = answer_(request);
  Json json = Json::parse(response.body, nullptr, false);
  if (response.status == 200 && json.is_object()) return json;
  if (!json.is_object()) throw ApiError("not_found", "There is nothing at this address.");
  throw ApiError(json.value("code", "internal"), json.value("message", ""));
}

Json Api::search(const std::string& index, const Json& body) const {
  http::Request request;
  request.method = "POST";
  request.path = {"indexes", index, "search"};
  request.content_type = "application/json";
  request.body = documents::dumped(body);
  return ask(std::move(request));
}

Json Api::get(std::vector<std::string> path,
              std::vector<std::pair<std::string, std::string>> parameters) const {
  http::Request request;
  request.method = "GET";
  request.path = std::move(path);
  request.parameters = std::move(parameters);
  return ask(std::move(request));
}

std::vector<std::string> Api::indexes() const {
  if (!site_.indexes.empty()) return site_.indexes;
  std::vector<std::string> uids;
  const Json list = get({"indexes"}, {{"limit", "1000"}});
  for (const Json& index : list["results"]) uids.push_back(index.value("uid", ""));
  return uids;
}

}  // namespace fihris::server::page
