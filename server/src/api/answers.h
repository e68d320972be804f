// What several routes share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "api/service.h"
#include "documents/json_text.h"
#include "settings/settings.h"
#include "tasks/task.h"

namespace fihris::server::api {

using documents::Json;

http::Response json_response(const Json& json, int status = 200);
// The body as JSON. Throws ApiError: missing_content_type, invalid_content_type, missing_payload,
// malformed_payload.
Json json_body(const http::Request& request);
// Enqueues a task and answers with its summary, 202.
http::Response accepted(const Call& call, tasks::NewTask task);

// Throws ApiError{bad_request} for a parameter that is none of these.
void require_parameters(const http::Request& request,
                        std::initializer_list<std::string_view> known);
// Whether a parameter is "true".
bool flag(const http::Request& request, const char* name);
// A list of texts and whole numbers, these as digits. Throws ApiError{code} that names the member.
std::vector<std::string> ids_or_names(const Json& value, const char* name, const char* code);

// ?offset=…&limit=…; `code` begins the error's: "invalid_index".
struct Paging {
  std::size_t offset = 0;
  std::size_t limit = 20;
};
Paging paging_of(const http::Request& request, const std::string& code);

// The settings of an index, and what a search needs of them.
settings::Settings settings_of(Service& service, const indexes::IndexRow& row);
IndexViews::Pointer view_of(Service& service, const std::string& uid);

// Throws ApiError{invalid_api_key} for a tenant token with a filter: what is asked for shows
// documents that no filter was held to.
void require_whole_index(const keys::Grant& grant, const std::string& uid);

// {"uid", "primaryKey", …}
Json index_json(const indexes::IndexRow& row);

}  // namespace fihris::server::api
