// Documents: taken in, listed, fetched, deleted.
#include <algorithm>

#include "api/answers.h"
#include "documents/document_body.h"
#include "documents/document_id.h"
#include "documents/document_text.h"
#include "errors/api_error.h"
#include "filters/parse_filter.h"
#include "search/hit_json.h"
#include "search/request_of.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;
using Parameters = std::vector<std::pair<std::string, std::string>>;

std::vector<std::string> list_of(const std::string& text) {
  std::vector<std::string> items;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    items.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return items;
}

void require_parameters(const Parameters& parameters,
                        std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : parameters) {
    if (std::ranges::find(known, name) != known.end()) continue;
    std::string list;
    for (const std::string_view each : known)
      list += (list.empty() ? "`" : ", `") + std::string(each) + "`";
    throw ApiError("bad_request", "Unknown parameter `" + name + "`: expected one of " + list);
  }
}

bool flag(const http::Request& request, const char* name) {
  const std::string* const text = request.parameter(name);
  return text != nullptr && *text == "true";
}

// Which documents are wanted, and what of them.
struct Wanted {
  Paging paging;
  std::vector<std::string> fields{"*"};
  std::optional<std::vector<std::string>> ids;
  Json filter;
  std::vector<std::string> sort;
  bool vectors = false;  // there are none, but some clients ask
};

std::vector<std::string> texts_of(const Json& value, const char* name, const char* code) {
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

std::size_t count_of(const Json& value, const char* name) {
  if (!value.is_number_unsigned()) {
    throw ApiError(std::string("invalid_document_") + name,
                   std::string("Invalid value type at `.") + name +
                       "`: expected a positive integer, but found " + documents::described(value));
  }
  return value.get<std::size_t>();
}

Wanted wanted_in(const Json& body) {
  if (!body.is_object()) {
    throw ApiError("bad_request", "Invalid value type: expected an object, but found " +
                                      documents::described(body));
  }
  Wanted wanted;
  for (const auto& [name, value] : body.items()) {
    if (value.is_null()) continue;
    if (name == "offset") {
      wanted.paging.offset = count_of(value, "offset");
    } else if (name == "limit") {
      wanted.paging.limit = count_of(value, "limit");
    } else if (name == "fields") {
      wanted.fields = texts_of(value, "fields", "invalid_document_fields");
    } else if (name == "ids") {
      wanted.ids = texts_of(value, "ids", "invalid_document_ids");
    } else if (name == "sort") {
      wanted.sort = texts_of(value, "sort", "invalid_document_sort");
    } else if (name == "filter") {
      wanted.filter = value;
    } else if (name == "retrieveVectors") {
      wanted.vectors = value == true;
    } else {
      throw ApiError("bad_request", "Unknown field `" + name +
                                        "`: expected one of `offset`, `limit`, `fields`, "
                                        "`retrieveVectors`, `filter`, `ids`, `sort`");
    }
  }
  return wanted;
}

Wanted wanted_in(const http::Request& request) {
  require_parameters(request.parameters,
                     {"offset", "limit", "fields", "retrieveVectors", "filter", "ids", "sort"});
  Wanted wanted;
  wanted.paging = paging_of(request, "invalid_document");
  if (const std::string* const text = request.parameter("fields")) wanted.fields = list_of(*text);
  if (const std::string* const text = request.parameter("ids")) wanted.ids = list_of(*text);
  if (const std::string* const text = request.parameter("sort")) wanted.sort = list_of(*text);
  wanted.vectors = flag(request, "retrieveVectors");
  if (const std::string* const text = request.parameter("filter")) {
    const Json list = Json::parse(*text, nullptr, false);
    wanted.filter = list.is_array() ? list : Json(*text);
  }
  return wanted;
}

// A request of the index for the documents; its errors have the codes of these routes.
SearchRequest request_for(const Wanted& wanted, const search::IndexView& view) {
  search::SearchQuery query;
  query.filter = wanted.filter;
  query.sort = wanted.sort;
  search::IndexView whole = view;
  whole.max_total = SIZE_MAX;
  query.offset = wanted.paging.offset;
  query.limit = wanted.paging.limit;
  try {
    return search::request_of(query, whole, nullptr, 0);
  } catch (const ApiError& error) {
    const std::string_view code = error.code();
    if (!code.starts_with("invalid_search_")) throw;
    throw ApiError("invalid_document_" + std::string(code.substr(15)), error.what());
  }
}

std::vector<Article> articles_with(const std::vector<std::string>& ids, Searcher& searcher) {
  std::vector<Article> articles;
  for (const std::string& id : ids) {
    if (std::optional<Article> article = searcher.get(id)) articles.push_back(*std::move(article));
  }
  return articles;
}

Json shown(const Article& article, const std::vector<std::string>& fields, bool vectors) {
  const Json document = Json::parse(documents::document_of(article), nullptr, false);
  Json json = documents::chosen_members(document, fields);
  if (vectors) json["_vectors"] = Json::object();
  return json;
}

http::Response list(const Call& call, const Wanted& wanted) {
  const ViewCache::View view = view_of(call.service, call.values[0]);
  const SearchRequest request = request_for(wanted, *view);
  Json results = Json::array();
  std::uint64_t total = 0;
  if (std::optional<indexes::Reader> reader = call.service.readers.take(view->uid)) {
    if (wanted.ids) {
      const std::vector<Article> articles = articles_with(*wanted.ids, **reader);
      total = articles.size();
      for (std::size_t i = wanted.paging.offset;
           i < articles.size() && results.size() < wanted.paging.limit; ++i)
        results.push_back(shown(articles[i], wanted.fields, wanted.vectors));
    } else {
      const SearchResults found = (*reader)->search(request);
      total = found.estimated_total;
      for (const Hit& hit : found.hits)
        results.push_back(shown(hit.article, wanted.fields, wanted.vectors));
    }
  }
  return json_response({{"results", std::move(results)},
                        {"offset", wanted.paging.offset},
                        {"limit", wanted.paging.limit},
                        {"total", total}});
}

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
  require_parameters(request.parameters,
                     {"primaryKey", "csvDelimiter", "skipCreation", "customMetadata"});
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

http::Response list_documents(const Call& call) { return list(call, wanted_in(call.request)); }

http::Response fetch_documents(const Call& call) {
  return list(call, wanted_in(json_body(call.request)));
}

http::Response get_document(const Call& call) {
  require_parameters(call.request.parameters, {"fields", "retrieveVectors"});
  call.service.catalog.get(call.values[0]);
  std::optional<indexes::Reader> reader = call.service.readers.take(call.values[0]);
  const std::optional<Article> article =
      reader ? (*reader)->get(call.values[1]) : std::optional<Article>();
  if (!article)
    throw ApiError("document_not_found", "Document `" + call.values[1] + "` not found.");
  const std::string* const fields = call.request.parameter("fields");
  const bool all = fields == nullptr || *fields == "*";
  const bool vectors = flag(call.request, "retrieveVectors");
  if (all && !vectors) return {.body = documents::document_of(*article)};
  return json_response(
      shown(*article, all ? std::vector<std::string>{"*"} : list_of(*fields), vectors));
}

http::Response replace_documents(const Call& call) { return take_in(call, "replace"); }

http::Response merge_documents(const Call& call) { return take_in(call, "update"); }

http::Response delete_document(const Call& call) { return delete_ids(call, {call.values[1]}); }

http::Response delete_documents_by_ids(const Call& call) {
  return delete_ids(call, texts_of(json_body(call.request), "ids", "invalid_document_ids"));
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

http::Response related_documents(const Call& call) {
  require_whole_index(call.grant, call.values[0]);
  const ViewCache::View view = view_of(call.service, call.values[0]);
  const Paging paging = paging_of(call.request, "invalid_similar");
  std::optional<indexes::Reader> reader = call.service.readers.take(view->uid);
  const auto related =
      reader ? (*reader)->related(call.values[1], paging.limit) : std::optional<RelatedArticles>();
  if (!related)
    throw ApiError("document_not_found", "Document `" + call.values[1] + "` not found.");
  Json hits = Json::array();
  for (const Hit& hit : related->hits)
    hits.push_back(
        search::displayed(Json::parse(documents::document_of(hit.article), nullptr, false), *view));
  return json_response({{"hits", std::move(hits)}, {"id", call.values[1]}});
}

}  // namespace fihris::server::api
