// The list of a generation's files with their sizes and hashes: Xapian has no page checksums.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/generations.h"

namespace fihris::store {

struct Manifest {
  struct File {
    std::string name;  // below db/
    std::uint64_t size = 0;
    std::string sha256;
  };
  IndexInfo info;
  std::vector<File> files;               // by name
  std::vector<std::uint64_t> earlier{};  // parts that stood before this one when it was switched to
};

// Reads every file of `database` once. Throws Error{kInputOutput}.
Manifest describe(const std::filesystem::path& database, const IndexInfo& info);

std::string to_json(const Manifest& manifest);
// Throws Error{kIndexDamaged} naming `where`.
Manifest manifest_from_json(std::string_view text, const std::filesystem::path& where);

// Compares `database` with what the manifest says, in the order of the manifest; files it does not
// know come last.
std::vector<Damage> compare(const Manifest& manifest, const std::filesystem::path& database);

}  // namespace fihris::store
