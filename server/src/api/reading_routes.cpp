// Documents: listed, fetched, and those like another.
#include "api/answers.h"
#include "documents/document_text.h"
#include "errors/api_error.h"
#include "search/hit_json.h"
#include "search/marked_article.h"
#include "search/request_of.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;

// Which documents are wanted, and what of them.
struct Wanted {
  Paging paging;
  std::vector<std::string> fields{"*"};
  std::optional<std::vector<std::string>> ids;
  Json filter;
  std::vector<std::string> sort;
  bool vectors = false;  // there are none, but some clients ask
};

std::size_t count_of(const Json& value, const char* name) {
  if (!value.is_number_unsigned()) {
    throw ApiError(std::string("invalid_document_") + name,
                   std::string("Invalid value type at `.") + name +
                       "`: expected a positive integer, but found " + documents::described(value));
  }
  return value.get<std::size_t>();
}

Wanted wanted_in(const Json& body) {
  documents::require_object(body);
  Wanted wanted;
  for (const auto& [name, value] : body.items()) {
    if (value.is_null()) continue;
    if (name == "offset") {
      wanted.paging.offset = count_of(value, "offset");
    } else if (name == "limit") {
      wanted.paging.limit = count_of(value, "limit");
    } else if (name == "fields") {
      wanted.fields = ids_or_names(value, "fields", "invalid_document_fields");
    } else if (name == "ids") {
      wanted.ids = ids_or_names(value, "ids", "invalid_document_ids");
    } else if (name == "sort") {
      wanted.sort = ids_or_names(value, "sort", "invalid_document_sort");
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
  require_parameters(request,
                     {"offset", "limit", "fields", "retrieveVectors", "filter", "ids", "sort"});
  Wanted wanted;
  wanted.paging = paging_of(request, "invalid_document");
  if (const std::string* const text = request.parameter("fields"))
    wanted.fields = documents::items_of(*text);
  if (const std::string* const text = request.parameter("ids"))
    wanted.ids = documents::items_of(*text);
  if (const std::string* const text = request.parameter("sort"))
    wanted.sort = documents::items_of(*text);
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
  const IndexViews::Pointer view = view_of(call.service, call.values[0]);
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

}  // namespace

http::Response list_documents(const Call& call) { return list(call, wanted_in(call.request)); }

http::Response fetch_documents(const Call& call) {
  return list(call, wanted_in(json_body(call.request)));
}

http::Response get_document(const Call& call) {
  require_parameters(call.request, {"fields", "retrieveVectors"});
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
      shown(*article, all ? std::vector<std::string>{"*"} : documents::items_of(*fields), vectors));
}

http::Response related_documents(const Call& call) {
  require_whole_index(call.grant, call.values[0]);
  const IndexViews::Pointer view = view_of(call.service, call.values[0]);
  const Paging paging = paging_of(call.request, "invalid_similar");
  std::optional<indexes::Reader> reader = call.service.readers.take(view->uid);
  const auto related =
      reader ? (*reader)->related(call.values[1], paging.limit) : std::optional<RelatedArticles>();
  if (!related)
    throw ApiError("document_not_found", "Document `" + call.values[1] + "` not found.");
  Json hits = Json::array();
  for (const Hit& hit : related->hits) {
    hits.push_back(
        search::displayed(Json::parse(documents::document_of(hit.article), nullptr, false), *view));
    hits.back()["_article"] = search::article_json(hit.article, *view);
  }
  return json_response({{"hits", std::move(hits)},
                        {"id", call.values[1]},
                        {"duplicates", search::refs_json(related->duplicates)}});
}

http::Response marked_document(const Call& call) {
  require_whole_index(call.grant, call.values[0]);
  require_parameters(call.request, {"q"});
  const IndexViews::Pointer view = view_of(call.service, call.values[0]);
  std::optional<indexes::Reader> reader = call.service.readers.take(view->uid);
  const std::optional<Article> article =
      reader ? (*reader)->get(call.values[1]) : std::optional<Article>();
  if (!article)
    throw ApiError("document_not_found", "Document `" + call.values[1] + "` not found.");
  const std::string* const query = call.request.parameter("q");
  return json_response(
      search::marked_article(*article, query == nullptr ? "" : *query, *view, **reader));
}

}  // namespace fihris::server::api
