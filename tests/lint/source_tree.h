// The sources as text, for the tests that look at them.
#pragma once

#include <filesystem>
#include <functional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::testing {

struct SourceFile {
  std::string path;                // below the checkout, with '/'
  std::vector<std::string> lines;  // without comments from // on
};

// Folders whose code is the product; the libraries among them come first.
inline constexpr std::string_view kLibraries[] = {"stemmer", "store", "indexer", "searcher"};
inline constexpr std::string_view kPrograms[] = {"server", "capi", "cli"};

std::filesystem::path checkout();
std::string read_text(const std::filesystem::path& file);

// The .h and .cpp files below a folder of the checkout, in order of their paths.
std::vector<SourceFile> sources_below(std::string_view folder);
std::vector<SourceFile> library_sources();
std::vector<SourceFile> product_sources();
// Those that an installation gives to other programs.
std::vector<SourceFile> public_headers();

// "path:line: text" for each line that has a match.
std::vector<std::string> lines_matching(const std::vector<SourceFile>& files,
                                        const std::regex& pattern);

}  // namespace fihris::testing
