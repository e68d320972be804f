#include "api/answers.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "errors/api_error.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/settings.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;

std::size_t number_of(const std::string& text, const char* name, const std::string& code) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) {
    throw ApiError(code + "_" + name, "Invalid value in parameter `" + std::string(name) +
                                          "`: could not parse `" + documents::excerpt(text) +
                                          "` as a positive integer");
  }
  return value;
}

// What an index says that the command line made: its own settings as those of the protocol.
Json settings_on_disk(const std::filesystem::path& dir) {
  std::error_code ignored;
  Json sent = Json::object();
  if (!std::filesystem::exists(dir / kSettingsFile, ignored)) return sent;
  const Json own = Json::parse(to_json(read_settings(dir)), nullptr, false);
  for (const char* const name :
       {"searchableAttributes", "filterableAttributes", "sortableAttributes", "displayedAttributes",
        "distinctAttribute"}) {
    if (own.contains(name)) sent[name] = own[name];
  }
  return sent;
}

}  // namespace

http::Response json_response(const Json& json, int status) {
  return {.status = status, .body = documents::dumped(json)};
}

Json json_body(const http::Request& request) {
  constexpr std::string_view kAllowed =
      "Accepted values for the Content-Type header are: `application/json`";
  if (request.content_type.empty())
    throw ApiError("missing_content_type",
                   "A Content-Type header is missing. " + std::string(kAllowed));
  if (request.content_type != "application/json") {
    throw ApiError("invalid_content_type", "The Content-Type `" + request.content_type +
                                               "` is invalid. " + std::string(kAllowed));
  }
  if (stemmer::trim(request.body, " \t\r\n").empty())
    throw ApiError("missing_payload", "A json payload is missing.");
  return documents::parse_json(request.body);
}

http::Response accepted(const Call& call, tasks::NewTask task) {
  return json_response(tasks::summary(call.service.tasks.enqueue(std::move(task))), 202);
}

void require_parameters(const http::Request& request,
                        std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : request.parameters) {
    if (std::ranges::find(known, name) != known.end()) continue;
    throw ApiError("bad_request", "Unknown parameter `" + name + "`: expected one of " +
                                      documents::quoted_list(known));
  }
}

bool flag(const http::Request& request, const char* name) {
  const std::string* const text = request.parameter(name);
  return text != nullptr && *text == "true";
}

std::vector<std::string> ids_or_names(const Json& value, const char* name, const char* code) {
  std::vector<std::string> texts;
  if (!value.is_array()) {
    throw ApiError(code, std::string("Invalid value type at `.") + name +
                             "`: expected an array, but found " + documents::described(value));
  }
  for (const Json& item : value) {
    if (!item.is_string() && !item.is_number_integer()) {
      throw ApiError(code, std::string("Invalid value type at `.") + name + "[" +
                               std::to_string(texts.size()) +
                               "]`: expected a string or an integer, but found " +
                               documents::described(item));
    }
    texts.push_back(item.is_string() ? item.get<std::string>() : item.dump());
  }
  return texts;
}

Paging paging_of(const http::Request& request, const std::string& code) {
  Paging paging;
  if (const std::string* const text = request.parameter("offset"))
    paging.offset = number_of(*text, "offset", code);
  if (const std::string* const text = request.parameter("limit"))
    paging.limit = number_of(*text, "limit", code);
  return paging;
}

settings::Settings settings_of(Service& service, const indexes::IndexRow& row) {
  settings::Settings settings = settings::Settings::read(row.settings);
  if (row.settings == "{}") settings.merge(settings_on_disk(service.catalog.directory(row.uid)));
  return settings;
}

IndexViews::Pointer view_of(Service& service, const std::string& uid) {
  const indexes::IndexRow row = service.catalog.get(uid);
  std::string state = row.updated + row.settings + row.primary_key.value_or("");
  if (row.settings == "{}") state += indexes::change_token(service.catalog.directory(uid));
  return service.views.get(uid, state, [&] {
    return search::index_view(uid, row.primary_key, settings_of(service, row).shown());
  });
}

void require_whole_index(const keys::Grant& grant, const std::string& uid) {
  if (grant.filter_for(uid).is_null()) return;
  throw ApiError("invalid_api_key",
                 "A tenant token with a filter may search; suggestions and documents like one "
                 "another would show what its filter hides.");
}

Json index_json(const indexes::IndexRow& row) {
  Json json = {{"uid", row.uid}, {"createdAt", row.created}, {"updatedAt", row.updated}};
  json["primaryKey"] = row.primary_key ? Json(*row.primary_key) : Json(nullptr);
  return json;
}

}  // namespace fihris::server::api
