#include "archive/source_table.h"

#include <algorithm>
#include <optional>

#include "fihris/store/error.h"
#include "text/unicode_text.h"

namespace fihris::indexer::archive {

namespace fs = std::filesystem;

namespace {

std::string real_path(const fs::path& directory) {
  std::error_code error;
  const fs::path real = fs::canonical(directory, error);
  if (error) {
    throw Error(ErrorCode::kInputOutput,
                directory.string() + " cannot be read: " + error.message() + ".",
                "Check the spelling of the path and its permissions.");
  }
  return text::printable_path(real.native());
}

// What of `path` lies below `directory`; nothing when it does not.
std::optional<std::string> below(const std::string& path, const std::string& directory) {
  if (path == directory) return "";
  const std::string folder = directory == "/" ? directory : directory + '/';
  if (path.compare(0, folder.size(), folder) != 0) return std::nullopt;
  return path.substr(folder.size());
}

}  // namespace

std::string joined(const std::string& below, const std::string& name) {
  if (below.empty() || name.empty()) return below + name;
  return below + '/' + name;
}

fs::path folder_of(const fs::path& file) {
  return file.parent_path().empty() ? fs::path(".") : file.parent_path();
}

SourceRow SourceTable::named(const std::string& name, const fs::path& directory) {
  if (name.empty() || name.find('/') != std::string::npos) {
    throw Error(ErrorCode::kUsage, "«" + name + "» cannot name a source.",
                "Give a name without «/», as in --source news=DIR.");
  }
  const std::string real = real_path(directory);
  const std::string prefix = name + '/';
  for (SourceRow& row : rows_) {
    if (row.prefix == prefix && row.directory == real) return row;
    if (row.directory == real) {
      throw Error(ErrorCode::kUsage,
                  real + " is a source already, " +
                      (row.prefix.empty() ? "without a name" : "named " + row.prefix) + ".",
                  "Leave the name out; a source is named once, when it is first indexed.");
    }
  }
  for (SourceRow& row : rows_) {
    if (row.prefix != prefix) continue;
    row.directory = real;
    state_.move_source(row.number, real);
    return row;
  }
  rows_.push_back(state_.add_source(real, prefix));
  return rows_.back();
}

SourcePlace SourceTable::place_of(const fs::path& directory) {
  const std::string real = real_path(directory);
  const SourceRow* found = nullptr;
  for (const SourceRow& row : rows_) {
    const bool inner = found == nullptr || row.directory.size() > found->directory.size();
    if (inner && below(real, row.directory)) found = &row;
  }
  if (found == nullptr) {
    rows_.push_back(state_.add_source(real, free_prefix(directory)));
    found = &rows_.back();
  }
  return {*found, *below(real, found->directory)};
}

SourcePlace SourceTable::place_of(const SourcePlace& place, const std::string& relative) const {
  SourcePlace found{place.source, joined(place.below, relative)};
  const std::string path = place.source.directory + '/' + found.below;
  for (const SourceRow& row : rows_) {
    if (row.directory.size() <= found.source.directory.size()) continue;
    if (auto inside = below(path, row.directory); inside && !inside->empty())
      found = {row, *std::move(inside)};
  }
  return found;
}

// The first source of an index stands before nothing; a further one before its ids has the name of
// its folder.
std::string SourceTable::free_prefix(const fs::path& directory) const {
  if (!has_prefix("")) return "";
  const std::string name = text::printable_path(fs::canonical(directory).filename().native());
  std::string prefix = name + '/';
  for (int number = 2; has_prefix(prefix); ++number)
    prefix = name + '-' + std::to_string(number) + '/';
  return prefix;
}

bool SourceTable::has_prefix(const std::string& prefix) const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [&](const SourceRow& row) { return row.prefix == prefix; });
}

}  // namespace fihris::indexer::archive
