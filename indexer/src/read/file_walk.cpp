#include "read/file_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <set>
#include <system_error>
#include <utility>

#include "text/unicode_text.h"

namespace fihris::indexer::read {
namespace {

namespace fs = std::filesystem;

std::string advice(int code) {
  if (code == ENOENT) return "; check the spelling of the path";
  if (code == EACCES || code == EPERM)
    return "; check its permissions or run as a user who may read it";
  return {};
}

FoundFile found_file(const fs::path& path, std::string relative, const struct stat& info) {
  constexpr std::int64_t kNanoseconds = 1'000'000'000;
  const bool sized = S_ISREG(info.st_mode);
  return {path, std::move(relative), sized ? static_cast<std::uint64_t>(info.st_size) : 0,
          info.st_mtim.tv_sec * kNanoseconds + info.st_mtim.tv_nsec, sized};
}

class Walk {
 public:
  Walk(FoundFiles& found, const fs::path& leave_out) : found_(found) {
    struct stat info {};
    if (!leave_out.empty() && ::stat(leave_out.c_str(), &info) == 0)
      visited_.emplace(info.st_dev, info.st_ino);
  }

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
      found_.unread.push_back(
          {folder.second,
           {text::printable_path(folder.first.native()), 0,
            "folder cannot be read: " + error.message() + advice(error.value())}});
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
    struct stat info {};
    if (::stat(entry.path().c_str(), &info) != 0) {
      // A link to nothing, or a file that has just gone.
      pass_over(entry, "leads to nothing");
    } else if (S_ISDIR(info.st_mode)) {
      std::error_code ignored;
      if (entry.is_symlink(ignored)) {
        links_.emplace_back(entry.path(), relative);
      } else {
        folders.emplace_back(entry.path(), relative);
      }
    } else if (S_ISREG(info.st_mode)) {
      found_.files.push_back(found_file(entry.path(), relative, info));
    } else {
      pass_over(entry, "is a pipe or a device, not a file");
    }
  }

  void pass_over(const fs::directory_entry& entry, std::string reason) {
    found_.others.push_back({text::printable_path(entry.path().native()), std::move(reason)});
  }

  FoundFiles& found_;
  std::set<std::pair<dev_t, ino_t>> visited_;
  std::deque<Folder> links_;
};

}  // namespace

FoundFiles find_files(const fs::path& path, const fs::path& leave_out) {
  FoundFiles found;
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) {
    const int code = errno;
    found.error = {text::printable_path(path.native()), 0,
                   "cannot be found: " + std::generic_category().message(code) + advice(code)};
  } else if (S_ISDIR(info.st_mode)) {
    found.is_folder = true;
    Walk(found, leave_out).run(path);
  } else {
    found.files.push_back(found_file(path, path.filename().string(), info));
    found.files.back().named = true;
  }
  return found;
}

}  // namespace fihris::indexer::read
