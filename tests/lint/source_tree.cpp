#include "source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace fihris::testing {
namespace {

namespace fs = std::filesystem;

void append(std::vector<SourceFile>& to, std::vector<SourceFile> from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

std::string without_comment(const std::string& line) {
  const std::size_t comment = line.find("//");
  const bool in_address = comment != std::string::npos && comment > 0 && line[comment - 1] == ':';
  return in_address ? line : line.substr(0, comment);
}

SourceFile read_source(const fs::path& file) {
  SourceFile source{fs::relative(file, checkout()).generic_string(), {}};
  std::istringstream text(read_text(file));
  for (std::string line; std::getline(text, line);) source.lines.push_back(without_comment(line));
  return source;
}

}  // namespace

fs::path checkout() { return FIHRIS_SOURCE_DIR; }

std::string read_text(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<SourceFile> sources_below(std::string_view folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(checkout() / folder)) {
    const fs::path extension = entry.path().extension();
    if (extension == ".h" || extension == ".cpp") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<SourceFile> files;
  for (const fs::path& path : paths) files.push_back(read_source(path));
  return files;
}

std::vector<SourceFile> library_sources() {
  std::vector<SourceFile> files;
  for (const std::string_view library : kLibraries) append(files, sources_below(library));
  return files;
}

std::vector<SourceFile> product_sources() {
  std::vector<SourceFile> files = library_sources();
  for (const std::string_view program : kPrograms) append(files, sources_below(program));
  return files;
}

std::vector<SourceFile> public_headers() {
  std::vector<SourceFile> files;
  for (const std::string_view library : kLibraries)
    append(files, sources_below(std::string(library) + "/include"));
  return files;
}

std::vector<std::string> lines_matching(const std::vector<SourceFile>& files,
                                        const std::regex& pattern) {
  std::vector<std::string> found;
  for (const SourceFile& file : files) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      if (!std::regex_search(file.lines[i], pattern)) continue;
      found.push_back(file.path + ":" + std::to_string(i + 1) + ": " + file.lines[i]);
    }
  }
  return found;
}

}  // namespace fihris::testing
