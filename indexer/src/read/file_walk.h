// The files below what the user named.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::read {

struct FoundFile {
  std::filesystem::path path;
  std::string relative;  // below the folder named, with '/'; the file name of a file named itself
  std::uint64_t bytes = 0;  // 0 where the system cannot tell (a pipe)
  bool has_size = true;
  bool named = false;  // by the user, not found in a folder
};

struct FoundFiles {
  std::vector<FoundFile> files;     // in byte order of `relative`
  std::vector<SourceError> errors;  // what could not be looked at
  bool is_folder = false;
};

// `path` itself when it is a file; else every file below it that could be an article by its name:
// JSON, JSON Lines, text, HTML, or no extension at all. Hidden files and folders are left out.
// Links are followed; each folder is visited once, by its real place first.
FoundFiles find_articles(const std::filesystem::path& path);

}  // namespace fihris::indexer::read
