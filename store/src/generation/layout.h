// What lies in a directory, as far as Fihris knows the names.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "fihris/store/error.h"
#include "fihris/store/internal/index_directory.h"

namespace fihris::store {

struct Layout {
  bool exists = false;                         // something has that name
  bool directory = false;                      // and it is a directory
  bool pointer_exists = false;                 // a file CURRENT, good or not
  std::vector<std::uint64_t> current;          // the generations it names, when all are there
  std::vector<std::uint64_t> generations;      // gen-N, ascending
  std::vector<std::filesystem::path> scratch;  // tmp-*, CURRENT.tmp
  std::vector<std::string> foreign;            // names that are none of ours
};

// Throws Error{kInputOutput} when the directory is there but cannot be read.
Layout look_at(const std::filesystem::path& index_dir);

// The generations that CURRENT names, oldest first; none when it names none or one is not there.
std::vector<Generation> pointed_generations(const std::filesystem::path& index_dir);

std::string generation_name(std::uint64_t number);
// As CURRENT has them: a line each.
std::string pointer_text(const std::vector<std::uint64_t>& numbers);
Generation generation_at(const std::filesystem::path& index_dir, std::uint64_t number);
std::vector<Generation> generations_at(const std::filesystem::path& index_dir,
                                       const std::vector<std::uint64_t>& numbers);

// The newest generation and those that its manifest says stood before it: what CURRENT should name
// where it is lost. There must be a generation.
std::vector<std::uint64_t> newest_state(const std::filesystem::path& index_dir,
                                        const Layout& layout);
// Why there is no current generation to read.
Error missing_or_damaged(const std::filesystem::path& index_dir, const Layout& layout);
// Nothing worth keeping lies there yet: no generation, or the empty first one of a creation that
// was cut off before its pointer was written.
bool is_unfinished(const std::filesystem::path& index_dir, const Layout& layout);
// Throws Error{kUsage} when the directory holds something that is not an index.
void require_ours_or_empty(const std::filesystem::path& index_dir, const Layout& layout);

}  // namespace fihris::store
