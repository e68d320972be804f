// Which files of the sources are to be read, and which are gone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "archive/archive_feed.h"
#include "archive/archive_state.h"
#include "archive/ledger.h"
#include "archive/source_table.h"
#include "read/file_walk.h"

namespace fihris::indexer::archive {

// Compares what is found with what is remembered. Unchanged files, and what is no file, are told
// to the ledger.
class Plan {
 public:
  Plan(const ArchiveOptions& options, ArchiveState& state, SourceTable& sources, Ledger& ledger)
      : options_(options), state_(state), sources_(sources), ledger_(ledger) {}

  // A file, a folder or standard input; false when it is not there.
  bool add(const std::string& path);
  // The folder of a source that is known.
  bool add(const SourceRow& source);

  // A part of a folder, which may be gone.
  void add(const ChangedPath& changed);

  std::vector<PlannedFile> take_files() { return std::exchange(files_, {}); }
  // Remembered files of what was added that are not there any more.
  const std::vector<std::int64_t>& gone() const { return gone_; }
  // A file that was found and is to be read though it has not changed.
  void read_again(std::int64_t file);

 private:
  bool add(const std::filesystem::path& path, const SourcePlace* known);
  void add_folder(const std::filesystem::path& path, read::FoundFiles found,
                  const SourcePlace& place);
  void add_file(read::FoundFile file, const SourcePlace& place);
  bool is_unchanged(FileRow& row, const read::FoundFile& file);
  void find_gone(const SourcePlace& place, const std::vector<read::UnreadFolder>& unread);
  // Whether any file of the place is remembered.
  bool has_files(const SourcePlace& place);
  void note_gone(std::int64_t file);
  bool mark_seen(std::int64_t file);

  const ArchiveOptions& options_;
  ArchiveState& state_;
  SourceTable& sources_;
  Ledger& ledger_;
  std::vector<PlannedFile> files_;
  std::vector<PlannedFile> unchanged_with_troubles_;  // what read_again() may be asked for
  std::vector<std::int64_t> gone_;
  std::vector<bool> seen_;  // by file number
};

}  // namespace fihris::indexer::archive
