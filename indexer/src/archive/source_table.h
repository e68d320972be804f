// Which source a path belongs to, however it is spelled.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "archive/archive_state.h"

namespace fihris::indexer::archive {

// A place below a source.
struct SourcePlace {
  SourceRow source;
  std::string below;  // with '/', without one at the end; empty for the source's own folder
};

// `below` and `name` with '/' between them, where both are there.
std::string joined(const std::string& below, const std::string& name);

// The folder that a file named itself is in.
std::filesystem::path folder_of(const std::filesystem::path& file);

// The sources an index knows, and new ones.
class SourceTable {
 public:
  explicit SourceTable(ArchiveState& state) : state_(state), rows_(state.sources()) {}

  // The source of this name, from now on in this folder. Throws Error{kUsage} when the name cannot
  // be one, or the folder is another source's.
  SourceRow named(const std::string& name, const std::filesystem::path& directory);
  // The innermost source that holds this folder, which exists; a new one when there is none.
  SourcePlace place_of(const std::filesystem::path& directory);
  // Likewise of a file below that place, by its path below it: a source may lie within another.
  SourcePlace place_of(const SourcePlace& place, const std::string& relative) const;
  const std::vector<SourceRow>& rows() const { return rows_; }

 private:
  std::string free_prefix(const std::filesystem::path& directory) const;
  bool has_prefix(const std::string& prefix) const;

  ArchiveState& state_;
  std::vector<SourceRow> rows_;
};

}  // namespace fihris::indexer::archive
