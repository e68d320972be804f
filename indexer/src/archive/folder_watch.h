// What changes below folders, told by the system.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "fihris/indexer/archive.h"
#include "fihris/store/internal/files.h"

namespace fihris::indexer::archive {

// inotify on folders and all that is below them but hidden ones and `leave_out`. Not thread-safe.
class FolderWatch {
 public:
  // Throws Error{kInputOutput}.
  FolderWatch(const std::vector<std::string>& roots, std::filesystem::path leave_out);

  // Waits for so many milliseconds, or for the next change; whether there was any.
  bool wait(int milliseconds);
  // What changed since the last call. Everything, the roots themselves, where the system lost
  // count.
  std::vector<ChangedPath> take();

 private:
  void add(const std::string& root, const std::string& relative);
  void note(int watch, unsigned what, const std::string& name);

  store::FileDescriptor inotify_;
  std::vector<std::string> roots_;
  std::filesystem::path leave_out_;
  std::map<int, ChangedPath> folders_;  // by inotify's number
  std::set<std::pair<std::string, std::string>> changed_;
};

}  // namespace fihris::indexer::archive
