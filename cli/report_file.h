// The file that says of every item of a run what became of it.
#pragma once

#include <fstream>
#include <string>

#include "fihris/indexer/archive.h"

namespace fihris::cli {

// {"items":[…],"added":n,…}, written as the items come: memory does not grow with them. Throws
// Error{kInputOutput} when it cannot be written. Not thread-safe.
class ReportFile {
 public:
  explicit ReportFile(const std::string& path);
  void add(const ArchiveItem& item);
  void close(const ArchiveReport& report);

 private:
  void require_written() const;

  std::string path_;
  std::ofstream file_;
  bool any_ = false;
};

}  // namespace fihris::cli
