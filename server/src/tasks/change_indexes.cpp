// Tasks that create, update, delete and exchange indexes.
#include <filesystem>
#include <string>

#include "documents/json_text.h"
#include "fihris/store/generations.h"
#include "tasks/index_writing.h"
#include "tasks/workplace.h"

namespace fihris::server::tasks {

namespace fs = std::filesystem;
using errors::ApiError;

namespace {

std::optional<std::string> text_at(const Json& json, const char* name) {
  const auto found = json.find(name);
  if (found == json.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::uint64_t documents_in(Workplace& place, const std::string& uid) {
  std::optional<indexes::Reader> reader = place.readers.take(uid);
  return reader ? (*reader)->live_articles() : 0;
}

// The service died while it did this task, which may have been done already.
bool is_again(const Task& task) { return task.arguments.contains("again"); }

// What is no longer an index, whatever else may happen: without its pointer the folder is none.
void remove_folder(const fs::path& dir) {
  std::error_code ignored;
  fs::remove(dir / "CURRENT", ignored);
  fs::remove_all(dir, ignored);
}

}  // namespace

void create_index(Workplace& place, Task& task) {
  if (is_again(task) && place.catalog.find(*task.index_uid)) return;
  place.catalog.create(*task.index_uid, text_at(task.arguments, "primaryKey"));
}

void update_index(Workplace& place, Task& task) {
  const std::string& uid = *task.index_uid;
  const auto renamed = text_at(task.arguments, "indexUid");
  if (is_again(task) && renamed && !place.catalog.find(uid) && place.catalog.find(*renamed)) return;
  const indexes::IndexRow row = place.catalog.get(uid);
  if (const auto key = text_at(task.arguments, "primaryKey")) {
    if (row.primary_key != key && documents_in(place, uid) > 0) {
      throw ApiError("index_primary_key_already_exists",
                     "Index `" + uid + "`: Index already has a primary key: `" +
                         row.primary_key.value_or("") + "`.");
    }
    place.catalog.set_primary_key(uid, key);
  }
  if (renamed && *renamed != uid) {
    const indexes::Readers::Change change = place.readers.change();
    place.readers.forget(uid);
    place.catalog.rename(uid, *renamed);
    place.readers.forget(*renamed);
  }
}

void delete_index(Workplace& place, Task& task) {
  const std::string& uid = *task.index_uid;
  if (is_again(task) && !place.catalog.find(uid)) return;
  place.catalog.get(uid);
  place.catalog.require_folder_of_indexes();
  task.details["deletedDocuments"] = documents_in(place, uid);
  const fs::path dir = place.catalog.directory(uid);
  // Nobody may write into it while it goes.
  std::optional<IndexWriter> writer;
  if (fs::exists(dir / "CURRENT")) writer = open_writer(dir);
  const indexes::Readers::Change change = place.readers.change();
  place.readers.forget(uid);
  remove_folder(dir);
  place.catalog.remove(uid);
}

void compact_index(Workplace& place, Task& task) {
  const std::string& uid = *task.index_uid;
  place.catalog.get(uid);
  const fs::path dir = place.catalog.directory(uid);
  if (!fs::exists(dir / "CURRENT")) return;
  task.details["preCompactionSize"] = index_bytes(dir);
  open_writer(dir).compact();
  task.details["postCompactionSize"] = index_bytes(dir);
}

void swap_indexes(Workplace& place, Task& task) {
  for (const Json& pair : task.arguments.at("swaps")) {
    const auto uids = pair.at("indexes").get<std::vector<std::string>>();
    std::vector<std::string> missing;
    for (const std::string& uid : uids) {
      if (!place.catalog.find(uid)) missing.push_back(uid);
    }
    if (missing.empty()) continue;
    const bool several = missing.size() > 1;
    throw ApiError("index_not_found", (several ? "Indexes " : "Index ") +
                                          documents::quoted_list(missing) + " not found.");
  }
  for (const Json& pair : task.arguments.at("swaps")) {
    const auto uids = pair.at("indexes").get<std::vector<std::string>>();
    const indexes::Readers::Change change = place.readers.change();
    place.readers.forget(uids[0]);
    place.readers.forget(uids[1]);
    place.catalog.swap(uids[0], uids[1]);
    place.readers.forget(uids[0]);
    place.readers.forget(uids[1]);
  }
}

}  // namespace fihris::server::tasks
