// Settings that last only when what they need is done.
#pragma once

#include <filesystem>

#include "fihris/store/settings.h"

namespace fihris::indexer::build {

// Writes settings.json; without keep(), what was there before is written again at the end.
class SettingsChange {
 public:
  // Throws as read_settings() and write_settings() do.
  SettingsChange(std::filesystem::path index_dir, const IndexSettings& settings);
  ~SettingsChange();
  SettingsChange(const SettingsChange&) = delete;
  SettingsChange& operator=(const SettingsChange&) = delete;

  void keep() { kept_ = true; }

 private:
  std::filesystem::path index_dir_;
  IndexSettings before_;
  bool kept_ = false;
};

}  // namespace fihris::indexer::build
