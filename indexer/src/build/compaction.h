// Several Xapian databases → one.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace fihris::indexer::build {

using Metadata = std::map<std::string, std::string>;

// Writes the documents of `sources`, in that order, into a new compact database at `target`. The
// ids of the first source stay, those of the others are shifted to follow. The result has exactly
// the metadata given; keys in a source that are not in it must not occur. Throws Xapian's errors.
void compact_databases(const std::vector<std::filesystem::path>& sources,
                       const std::filesystem::path& target, const Metadata& metadata = {});

}  // namespace fihris::indexer::build
