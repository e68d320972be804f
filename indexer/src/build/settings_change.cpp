#include "build/settings_change.h"

#include <utility>

#include "fihris/store/error.h"

namespace fihris::indexer::build {

SettingsChange::SettingsChange(std::filesystem::path index_dir, const IndexSettings& settings)
    : index_dir_(std::move(index_dir)), before_(read_settings(index_dir_)) {
  write_settings(index_dir_, settings);
}

// Where the old settings can not be written either, the new ones stay: `fihris settings` says then
// that the articles were made with others.
SettingsChange::~SettingsChange() {
  if (kept_) return;
  try {
    write_settings(index_dir_, before_);
  } catch (const Error&) {
    return;
  }
}

}  // namespace fihris::indexer::build
