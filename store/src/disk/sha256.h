// SHA-256 of files.
#pragma once

#include <filesystem>
#include <string>

namespace fihris::store {

// 64 lower-case hex digits. Throws Error{kInputOutput}.
std::string sha256_of_file(const std::filesystem::path& path);

}  // namespace fihris::store
