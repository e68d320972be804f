// Indexes: listed, made, changed, deleted, exchanged.
#include <algorithm>
#include <set>

#include "api/answers.h"
#include "errors/api_error.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;

// A member that is a text or null. Throws ApiError{code}.
std::optional<std::string> text_member(const Json& body, const char* name, const char* code) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) {
    throw ApiError(code, std::string("Invalid value type at `.") + name +
                             "`: expected a string, but found " + documents::described(*found));
  }
  return found->get<std::string>();
}

void require_members(const Json& body, std::initializer_list<std::string_view> known) {
  documents::require_object(body);
  for (const auto& [name, value] : body.items()) {
    if (std::ranges::find(known, name) != known.end()) continue;
    throw ApiError("bad_request", "Unknown field `" + name + "`: expected one of " +
                                      documents::quoted_list(known));
  }
}

// The pairs of a request to exchange indexes.
Json swaps_of(const Json& body) {
  if (!body.is_array()) {
    throw ApiError("bad_request", "Invalid value type: expected an array, but found " +
                                      documents::described(body));
  }
  std::set<std::string> seen;
  for (const Json& swap : body) {
    require_members(swap, {"indexes", "rename"});
    const Json pair = swap.value("indexes", Json());
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_string() || !pair[1].is_string()) {
      throw ApiError("invalid_swap_indexes", "Two indexes must be given for each swap. The list `" +
                                                 documents::excerpt(pair.dump()) + "` contains " +
                                                 std::to_string(pair.size()) + " indexes.");
    }
    if (swap.value("rename", false))
      throw ApiError("invalid_swap_rename",
                     "`rename` is not supported; PATCH /indexes/{uid} with "
                     "`uid` renames an index.");
    for (const Json& uid : pair) {
      indexes::require_valid_uid(uid.get<std::string>());
      if (!seen.insert(uid.get<std::string>()).second) {
        throw ApiError("invalid_swap_duplicate_index_found",
                       "Indexes must be declared only once during a swap. `" +
                           uid.get<std::string>() + "` was specified several times.");
      }
    }
  }
  return body;
}

}  // namespace

http::Response list_indexes(const Call& call) {
  const Paging paging = paging_of(call.request, "invalid_index");
  std::vector<indexes::IndexRow> rows = call.service.catalog.list();
  std::erase_if(rows, [&](const indexes::IndexRow& row) { return !call.grant.sees(row.uid); });
  Json results = Json::array();
  for (std::size_t i = paging.offset; i < rows.size() && results.size() < paging.limit; ++i)
    results.push_back(index_json(rows[i]));
  return json_response({{"results", std::move(results)},
                        {"offset", paging.offset},
                        {"limit", paging.limit},
                        {"total", rows.size()}});
}

http::Response create_index(const Call& call) {
  const Json body = json_body(call.request);
  require_members(body, {"uid", "primaryKey"});
  const auto uid = text_member(body, "uid", "invalid_index_uid");
  const auto key = text_member(body, "primaryKey", "invalid_index_primary_key");
  if (!uid) throw ApiError("missing_index_uid", "Missing field `uid`");
  indexes::require_valid_uid(*uid);
  call.grant.require(*uid);
  tasks::NewTask task{.type = tasks::type::kCreation, .index_uid = uid};
  task.details["primaryKey"] = key ? Json(*key) : Json(nullptr);
  task.arguments["primaryKey"] = task.details["primaryKey"];
  return accepted(call, std::move(task));
}

http::Response get_index(const Call& call) {
  return json_response(index_json(call.service.catalog.get(call.values[0])));
}

http::Response update_index(const Call& call) {
  const Json body = json_body(call.request);
  if (body.is_object()) {
    for (const char* const name : {"createdAt", "updatedAt"}) {
      if (body.contains(name))
        throw ApiError(
            std::string("immutable_index_") + (*name == 'c' ? "created_at" : "updated_at"),
            std::string("Immutable field `") + name + "`: expected one of `primaryKey`, `uid`");
    }
  }
  require_members(body, {"primaryKey", "uid"});
  const auto key = text_member(body, "primaryKey", "invalid_index_primary_key");
  const auto new_uid = text_member(body, "uid", "invalid_index_uid");
  if (new_uid) {
    indexes::require_valid_uid(*new_uid);
    call.grant.require(*new_uid);
  }
  tasks::NewTask task{.type = tasks::type::kIndexUpdate, .index_uid = call.values[0]};
  task.details["primaryKey"] = key ? Json(*key) : Json(nullptr);
  task.arguments["primaryKey"] = task.details["primaryKey"];
  if (new_uid) {
    task.details["newIndexUid"] = *new_uid;
    task.arguments["indexUid"] = *new_uid;
  }
  return accepted(call, std::move(task));
}

http::Response delete_index(const Call& call) {
  tasks::NewTask task{.type = tasks::type::kIndexDeletion, .index_uid = call.values[0]};
  task.details["deletedDocuments"] = nullptr;
  return accepted(call, std::move(task));
}

http::Response compact_index(const Call& call) {
  return accepted(call, {.type = tasks::type::kCompaction, .index_uid = call.values[0]});
}

http::Response swap_indexes(const Call& call) {
  const Json swaps = swaps_of(json_body(call.request));
  for (const Json& swap : swaps) {
    for (const Json& uid : swap["indexes"]) call.grant.require(uid.get<std::string>());
  }
  tasks::NewTask task{.type = tasks::type::kSwap};
  task.details["swaps"] = swaps;
  task.arguments["swaps"] = swaps;
  return accepted(call, std::move(task));
}

}  // namespace fihris::server::api
