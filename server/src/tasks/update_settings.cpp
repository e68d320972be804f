// Tasks that change the settings of an index.
#include <filesystem>
#include <string>

#include "fihris/store/generations.h"
#include "fihris/store/internal/files.h"
#include "settings/index_settings.h"
#include "tasks/index_writing.h"
#include "tasks/workplace.h"

namespace fihris::server::tasks {
namespace {

namespace fs = std::filesystem;

// The file belongs to the index's folder and is read with the next search.
void write_synonyms(const fs::path& dir, const std::string& text) {
  const fs::path file = dir / kSynonymsFile;
  std::error_code ignored;
  if (text.empty()) {
    fs::remove(file, ignored);
  } else {
    store::write_durably(file, text);
  }
}

}  // namespace

void apply_settings(const fs::path& dir, const settings::Settings& settings) {
  open_writer(dir).set_settings(settings::to_index_settings(settings));
  write_synonyms(dir, settings::synonyms_text(settings));
}

void update_settings(Workplace& place, Task& task) {
  const std::string& uid = *task.index_uid;
  if (!place.catalog.find(uid)) {
    if (task.arguments.value("skipCreation", false))
      throw errors::ApiError("index_not_found", "Index `" + uid + "` not found.");
    place.catalog.create(uid, std::nullopt);
  }
  settings::Settings settings;
  if (!task.arguments.value("reset", false)) {
    settings = settings::Settings::read(place.catalog.get(uid).settings);
    settings.merge(task.arguments.at("settings"));
  }
  apply_settings(place.catalog.directory(uid), settings);
  place.catalog.set_settings(uid, settings.text());
}

}  // namespace fihris::server::tasks
