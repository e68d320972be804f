// Tasks that add documents: replace or merge.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "documents/document_id.h"
#include "documents/document_text.h"
#include "fihris/indexer/article_reader.h"
#include "tasks/index_writing.h"
#include "tasks/workplace.h"

namespace fihris::server::tasks {
namespace {

using errors::ApiError;

// The documents that a run of tasks leaves behind, in the order in which they came.
class Documents {
 public:
  Documents(indexes::Readers& readers, std::string uid, std::optional<std::string> primary_key)
      : readers_(readers), uid_(std::move(uid)), primary_key_(std::move(primary_key)) {}

  // Takes in all documents of a task, or none: throws ApiError.
  void add(const Task& task, std::string_view payload);

  const std::optional<std::string>& primary_key() const { return primary_key_; }
  std::vector<Article> articles();

 private:
  struct Change {
    std::string id;
    std::string json;
  };
  std::vector<Change> changes_of(const Task& task, std::string_view payload,
                                 std::optional<std::string>& primary_key);
  std::string present(const std::string& id);

  indexes::Readers& readers_;
  std::string uid_;
  std::optional<std::string> primary_key_;
  std::vector<Change> changes_;
  std::map<std::string, std::size_t> places_;  // in changes_, by id
};

// The primary key that a task names must be the one that the index has.
void require_same_key(const Task& task, const std::string& uid, const std::string& primary_key) {
  const auto given = task.arguments.find("primaryKey");
  if (given == task.arguments.end() || *given == primary_key) return;
  throw ApiError("index_primary_key_already_exists",
                 "Index `" + uid + "`: Index already has a primary key: `" + primary_key + "`.");
}

std::vector<Documents::Change> Documents::changes_of(const Task& task, std::string_view payload,
                                                     std::optional<std::string>& primary_key) {
  std::vector<Change> changes;
  while (!payload.empty()) {
    const std::size_t end = std::min(payload.find('\n'), payload.size());
    std::string json(payload.substr(0, end));
    payload.remove_prefix(std::min(end + 1, payload.size()));
    const Json document = documents::parse_json(json);
    if (!primary_key) {
      const auto given = task.arguments.find("primaryKey");
      primary_key = given != task.arguments.end() ? given->get<std::string>()
                                                  : documents::infer_primary_key(document, uid_);
    }
    changes.push_back({documents::id_of(document, *primary_key), std::move(json)});
  }
  return changes;
}

std::string Documents::present(const std::string& id) {
  const auto pending = places_.find(id);
  if (pending != places_.end()) return changes_[pending->second].json;
  std::optional<indexes::Reader> reader = readers_.take(uid_);
  if (!reader) return {};
  const std::optional<Article> article = (*reader)->get(id);
  return article ? documents::document_of(*article) : std::string();
}

void Documents::add(const Task& task, std::string_view payload) {
  if (primary_key_) require_same_key(task, uid_, *primary_key_);
  std::optional<std::string> primary_key = primary_key_;
  std::vector<Change> changes = changes_of(task, payload, primary_key);
  const bool merge = task.arguments.value("method", "replace") == "update";
  primary_key_ = primary_key;
  for (Change& change : changes) {
    if (merge) {
      const std::string before = present(change.id);
      if (!before.empty()) change.json = documents::merged(before, change.json);
    }
    const auto [place, is_new] = places_.try_emplace(change.id, changes_.size());
    if (is_new) {
      changes_.push_back(std::move(change));
    } else {
      changes_[place->second].json = std::move(change.json);
    }
  }
}

std::vector<Article> Documents::articles() {
  std::vector<Article> articles;
  articles.reserve(changes_.size());
  ArticleParser parser;
  for (const Change& change : changes_) {
    auto parsed = parser.parse_document(change.json, change.id);
    if (auto* const error = std::get_if<SourceError>(&parsed))
      throw ApiError("invalid_document_fields", "Document `" + change.id + "`: " + error->what);
    articles.push_back(std::get<Article>(std::move(parsed)));
  }
  return articles;
}

void succeed(Task& task) {
  task.status = status::kSucceeded;
  task.details["indexedDocuments"] = task.details.value("receivedDocuments", 0);
}

void fail(Task& task, Json error) {
  task.status = status::kFailed;
  task.details["indexedDocuments"] = 0;
  task.error = std::move(error);
}

// A missing index comes into being with its first documents.
void require_index(Workplace& place, const Task& task) {
  const std::string& uid = *task.index_uid;
  if (place.catalog.find(uid)) return;
  if (task.arguments.value("skipCreation", false))
    throw ApiError("index_not_found", "Index `" + uid + "` not found.");
  place.catalog.create(uid, std::nullopt);
}

// Takes in what the tasks have, into an index that is made now if need be.
void write(Workplace& place, const std::string& uid, Documents& documents) {
  const std::optional<std::string> key_before = place.catalog.get(uid).primary_key;
  const std::vector<Article> articles = documents.articles();
  const std::filesystem::path dir = place.catalog.directory(uid);
  if (!std::filesystem::exists(dir / "CURRENT"))
    apply_settings(dir, settings::Settings::read(place.catalog.get(uid).settings));
  if (!articles.empty()) {
    IndexWriter writer = open_writer(dir);
    const indexes::Readers::Change change = place.readers.change();
    writer.add(articles);
  }
  if (documents.primary_key() != key_before)
    place.catalog.set_primary_key(uid, documents.primary_key());
  else
    place.catalog.touch(uid);
}

}  // namespace

void add_documents(Workplace& place, std::vector<Task>& tasks) {
  const std::string uid = *tasks.front().index_uid;
  std::optional<Documents> documents;
  std::vector<Task*> taken;
  for (Task& task : tasks) {
    try {
      require_index(place, task);
      if (!documents) documents.emplace(place.readers, uid, place.catalog.get(uid).primary_key);
      documents->add(task, place.store.payload(task.uid));
      taken.push_back(&task);
    } catch (const ApiError& error) {
      fail(task, error_json(error));
    }
  }
  if (!documents) return;
  // What goes wrong here is the failure of all that are left.
  write(place, uid, *documents);
  for (Task* task : taken) succeed(*task);
}

}  // namespace fihris::server::tasks
