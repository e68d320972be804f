// Tasks that delete documents: by their ids, by a filter, or all.
#include <string>
#include <vector>

#include "filters/parse_filter.h"
#include "tasks/index_writing.h"
#include "tasks/workplace.h"

namespace fihris::server::tasks {
namespace {

// The ids of all documents that a request finds.
std::vector<std::string> ids_found(Searcher& searcher, SearchRequest request) {
  constexpr std::size_t kPage = 1000;
  request.snippets = false;
  request.fold = false;
  request.limit = kPage;
  std::vector<std::string> ids;
  for (;; request.offset += kPage) {
    const SearchResults found = searcher.search(request);
    for (const Hit& hit : found.hits) ids.push_back(hit.article.id);
    if (found.hits.size() < kPage) return ids;
  }
}

std::vector<std::string> ids_to_delete(Workplace& place, const Task& task) {
  const auto given = task.arguments.find("ids");
  if (given != task.arguments.end()) return given->get<std::vector<std::string>>();
  std::optional<indexes::Reader> reader = place.readers.take(*task.index_uid);
  if (!reader) return {};
  SearchRequest request;
  const auto filter = task.arguments.find("filter");
  if (filter != task.arguments.end()) {
    request.filter = filters::parse_filter(*filter, "invalid_document_filter");
  }
  try {
    return ids_found(**reader, std::move(request));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::kUsage) throw;
    throw errors::ApiError("invalid_document_filter", error.what());
  }
}

}  // namespace

void delete_documents(Workplace& place, Task& task) {
  const std::string uid = *task.index_uid;
  place.catalog.get(uid);
  const std::vector<std::string> ids = ids_to_delete(place, task);
  std::uint64_t deleted = 0;
  if (!ids.empty() && place.readers.take(uid)) {
    IndexWriter writer = open_writer(place.catalog.directory(uid));
    const indexes::Readers::Change change = place.readers.change();
    deleted = writer.remove(ids).deleted;
  }
  task.details["deletedDocuments"] = deleted;
  place.catalog.touch(uid);
}

}  // namespace fihris::server::tasks
