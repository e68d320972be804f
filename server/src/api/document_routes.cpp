// Documents: taken in and deleted.
#include <algorithm>

#include "api/answers.h"
#include "documents/document_body.h"
#include "errors/api_error.h"
#include "filters/parse_filter.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;

char delimiter_of(const http::Request& request, documents::BodyFormat format) {
  const std::string* const text = request.parameter("csvDelimiter");
  if (text == nullptr) return ',';
  if (format != documents::BodyFormat::kCsv) {
    throw ApiError("invalid_document_csv_delimiter",
                   "The Content-Type `" + request.content_type +
                       "` does not support the use of a csv delimiter. The csv delimiter can only "
                       "be used with the Content-Type `text/csv`.");
  }
  if (text->size() == 1 && (*text)[0] > 0) return (*text)[0];
  throw ApiError("invalid_document_csv_delimiter",
                 "Invalid value in parameter `csvDelimiter`: expected a string of one ASCII "
                 "character, but found `" +
                     documents::excerpt(*text) + "`");
}

http::Response take_in(const Call& call, const char* method) {
  const http::Request& request = call.request;
  require_parameters(request, {"primaryKey", "csvDelimiter", "skipCreation", "customMetadata"});
  const std::string& uid = call.values[0];
  indexes::require_valid_uid(uid);
  const documents::BodyFormat format = documents::format_of(request.content_type);
  const std::vector<std::string> given =
      documents::split_documents(format, request.body, delimiter_of(request, format));
  tasks::NewTask task{.type = tasks::type::kAddition, .index_uid = uid};
  task.details["receivedDocuments"] = given.size();
  task.details["indexedDocuments"] = nullptr;
  task.arguments["method"] = method;
  if (const std::string* const key = request.parameter("primaryKey")) {
    if (key->empty()) {
      throw ApiError("invalid_index_primary_key",
                     "Invalid value in parameter `primaryKey`: the name of a member was expected.");
    }
    task.arguments["primaryKey"] = *key;
  }
  const bool may_create = call.grant.may_create(uid) && !flag(request, "skipCreation");
  if (!may_create) task.arguments["skipCreation"] = true;
  for (std::string document : given) {
    // In JSON they stand between values only.
    std::ranges::replace(document, '\n', ' ');
    task.payload.append(document) += '\n';
  }
  return accepted(call, std::move(task));
}

tasks::NewTask deletion_in(const std::string& uid) {
  indexes::require_valid_uid(uid);
  return {.type = tasks::type::kDeletion, .index_uid = uid};
}

http::Response delete_ids(const Call& call, const std::vector<std::string>& ids) {
  tasks::NewTask task = deletion_in(call.values[0]);
  task.details = {{"providedIds", ids.size()}, {"deletedDocuments", nullptr}};
  task.arguments["ids"] = ids;
  return accepted(call, std::move(task));
}

}  // namespace

http::Response replace_documents(const Call& call) { return take_in(call, "replace"); }

http::Response merge_documents(const Call& call) { return take_in(call, "update"); }

http::Response delete_document(const Call& call) { return delete_ids(call, {call.values[1]}); }

http::Response delete_documents_by_ids(const Call& call) {
  return delete_ids(call, ids_or_names(json_body(call.request), "ids", "invalid_document_ids"));
}

http::Response delete_documents_by_filter(const Call& call) {
  const Json body = json_body(call.request);
  if (!body.is_object() || !body.contains("filter"))
    throw ApiError("missing_document_filter", "Missing field `filter`");
  const Json& filter = body["filter"];
  if (filter == "")
    throw ApiError("invalid_document_filter", "Sending an empty filter is forbidden.");
  const bool is_legal = filter.is_string() || filter.is_array();
  if (!is_legal || !filters::parse_filter(filter, "invalid_document_filter")) {
    throw ApiError("invalid_document_filter",
                   "Invalid value type at `.filter`: expected a filter that is not empty, but "
                   "found " +
                       documents::described(filter));
  }
  tasks::NewTask task = deletion_in(call.values[0]);
  task.details = {
      {"providedIds", 0}, {"deletedDocuments", nullptr}, {"originalFilter", filter.dump()}};
  task.arguments["filter"] = filter;
  return accepted(call, std::move(task));
}

http::Response delete_all_documents(const Call& call) {
  tasks::NewTask task = deletion_in(call.values[0]);
  task.details = {{"deletedDocuments", nullptr}};
  return accepted(call, std::move(task));
}

}  // namespace fihris::server::api
