// For commands that must not create an index by accident.
#pragma once

#include <filesystem>

namespace fihris::cli {

// Throws Error{kIndexMissing} when `dir` holds no index: a writer would make an empty one there.
void require_index(const std::filesystem::path& dir);

}  // namespace fihris::cli
