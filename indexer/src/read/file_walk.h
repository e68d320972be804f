// The files below what the user named.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::read {

struct FoundFile {
  std::filesystem::path path;
  std::string relative;  // below the folder named, with '/'; the file name of a file named itself
  std::uint64_t bytes = 0;    // 0 where the system cannot tell (a pipe)
  std::int64_t modified = 0;  // nanoseconds since 1970
  bool has_size = true;
  bool named = false;  // by the user, not found in a folder
};

struct UnreadFolder {
  std::string relative;
  SourceError error;
};

struct FoundFiles {
  std::vector<FoundFile> files;      // in byte order of `relative`
  std::vector<PassedOver> others;    // what is no file: pipes, devices, links to nothing
  std::vector<UnreadFolder> unread;  // folders that could not be looked at
  std::optional<SourceError> error;  // `path` itself could not be
  bool is_folder = false;

  bool is_empty() const { return files.empty() && others.empty() && unread.empty(); }
};

// `path` itself when it is a file; else every file below it. Hidden files and folders are left out,
// and the folder `leave_out`. Links are followed; each folder is visited once, by its real place
// first.
FoundFiles find_files(const std::filesystem::path& path,
                      const std::filesystem::path& leave_out = {});

}  // namespace fihris::indexer::read
