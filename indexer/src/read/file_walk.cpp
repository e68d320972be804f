#include "read/file_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <deque>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

namespace fihris::indexer::read {
namespace {

namespace fs = std::filesystem;

bool could_be_article(const fs::path& name) {
  static constexpr std::array<std::string_view, 9> kExtensions{
      "", ".jsonl", ".ndjson", ".json", ".txt", ".text", ".html", ".htm", ".xhtml"};
  std::string extension = name.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::find(kExtensions.begin(), kExtensions.end(), extension) != kExtensions.end();
}

std::string advice(int code) {
  if (code == ENOENT) return "; check the spelling of the path";
  if (code == EACCES || code == EPERM)
    return "; check its permissions or run as a user who may read it";
  return {};
}

class Walk {
 public:
  explicit Walk(FoundFiles& found) : found_(found) {}

  void run(const fs::path& root) {
    visit(root, {});
    // Linked folders come last, so that a folder is found at its real place if it has one below the
    // root.
    while (!links_.empty()) {
      const auto [path, relative] = links_.front();
      links_.pop_front();
      visit(path, relative);
    }
    std::sort(found_.files.begin(), found_.files.end(),
              [](const FoundFile& a, const FoundFile& b) { return a.relative < b.relative; });
  }

 private:
  using Folder = std::pair<fs::path, std::string>;

  // Visits all real folders below `path`, without recursion: a tree may be deeper than the stack.
  void visit(const fs::path& path, const std::string& relative) {
    std::vector<Folder> folders{{path, relative}};
    while (!folders.empty()) {
      const Folder folder = std::move(folders.back());
      folders.pop_back();
      if (is_new(folder.first)) list(folder, folders);
    }
  }

  bool is_new(const fs::path& folder) {
    struct stat info {};
    if (::stat(folder.c_str(), &info) != 0) return true;  // list() will say what is wrong
    return visited_.emplace(info.st_dev, info.st_ino).second;
  }

  void list(const Folder& folder, std::vector<Folder>& folders) {
    std::error_code error;
    fs::directory_iterator entries(folder.first, error);
    std::vector<fs::directory_entry> sorted;
    for (; !error && entries != fs::directory_iterator(); entries.increment(error))
      sorted.push_back(*entries);
    if (error) {
      found_.errors.push_back(
          {folder.first.string(), 0,
           "folder cannot be read: " + error.message() + advice(error.value())});
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const fs::directory_entry& a, const fs::directory_entry& b) {
                return a.path().native() < b.path().native();
              });
    for (const fs::directory_entry& entry : sorted) take(entry, folder.second, folders);
  }

  void take(const fs::directory_entry& entry, const std::string& above,
            std::vector<Folder>& folders) {
    const std::string name = entry.path().filename().string();
    if (name.empty() || name.front() == '.') return;
    const std::string relative = above.empty() ? name : above + '/' + name;
    std::error_code error;
    if (entry.is_directory(error)) {
      if (entry.is_symlink(error)) {
        links_.emplace_back(entry.path(), relative);
      } else {
        folders.emplace_back(entry.path(), relative);
      }
    } else if (entry.is_regular_file(error) && could_be_article(entry.path().filename())) {
      const std::uint64_t size = entry.file_size(error);
      found_.files.push_back({entry.path(), relative, error ? 0 : size, true, false});
    }
  }

  FoundFiles& found_;
  std::set<std::pair<dev_t, ino_t>> visited_;
  std::deque<Folder> links_;
};

}  // namespace

FoundFiles find_articles(const fs::path& path) {
  FoundFiles found;
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    const int code = errno;
    found.errors.push_back(
        {path.string(), 0,
         "cannot be found: " + std::generic_category().message(code) + advice(code)});
  } else if (S_ISDIR(info.st_mode)) {
    found.is_folder = true;
    Walk(found).run(path);
  } else {
    const bool sized = S_ISREG(info.st_mode);
    const auto size = sized ? static_cast<std::uint64_t>(info.st_size) : 0;
    found.files.push_back({path, path.filename().string(), size, sized, true});
  }
  return found;
}

}  // namespace fihris::indexer::read
