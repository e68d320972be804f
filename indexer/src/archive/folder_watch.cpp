#include "archive/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "archive/source_table.h"

namespace fihris::indexer::archive {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t kChanges =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR;

Error too_many_folders(const fs::path& folder, int code) {
  return {ErrorCode::kInputOutput,
          "the system does not tell of changes in " + folder.string() + ": " +
              std::generic_category().message(code) + ".",
          code == ENOSPC ? "Raise fs.inotify.max_user_watches." : "Run with --sync now and then."};
}

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::string>& roots, fs::path leave_out)
    : inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      roots_(roots),
      leave_out_(std::move(leave_out)) {
  if (!inotify_) throw too_many_folders("folders", errno);
  for (const std::string& root : roots) add(root, {});
}

// Watches a folder and those below it. Links are not followed: what they lead to is told of where
// it is, or with the next full run.
void FolderWatch::add(const std::string& root, const std::string& relative) {
  std::vector<std::string> folders{relative};
  while (!folders.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    const fs::path path = fs::path(root) / folder;
    std::error_code error;
    if (fs::equivalent(path, leave_out_, error)) continue;
    const int watch = ::inotify_add_watch(inotify_.get(), path.c_str(), kChanges);
    if (watch < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES)) continue;
    if (watch < 0) throw too_many_folders(path, errno);
    folders_[watch] = {root, folder};
    fs::directory_iterator entries(path, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      const std::string name = entries->path().filename().string();
      std::error_code ignored;
      if (name.front() != '.' && !entries->is_symlink(ignored) && entries->is_directory(ignored))
        folders.push_back(joined(folder, name));
    }
  }
}

bool FolderWatch::wait(int milliseconds) {
  pollfd ready{inotify_.get(), POLLIN, 0};
  if (::poll(&ready, 1, milliseconds) <= 0) return false;
  alignas(inotify_event) std::array<char, std::size_t{64} << 10> buffer{};
  ssize_t size = 0;
  while ((size = ::read(inotify_.get(), buffer.data(), buffer.size())) > 0) {
    for (ssize_t at = 0; at < size;) {
      const auto* event =
          reinterpret_cast<const inotify_event*>(buffer.data() + at);  // NOLINT: inotify(7)
      note(event->wd, event->mask, event->len > 0 ? std::string(event->name) : std::string());
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
    }
  }
  return true;
}

void FolderWatch::note(int watch, unsigned what, const std::string& name) {
  if ((what & IN_Q_OVERFLOW) != 0) {
    for (const std::string& root : roots_) changed_.emplace(root, std::string());
    return;
  }
  const auto folder = folders_.find(watch);
  if (folder == folders_.end()) return;
  if ((what & IN_IGNORED) != 0) {
    folders_.erase(folder);
    return;
  }
  if (name.empty() || name.front() == '.') return;
  const ChangedPath changed{folder->second.root, joined(folder->second.relative, name)};
  std::error_code ignored;
  if (fs::equivalent(fs::path(changed.root) / changed.relative, leave_out_, ignored)) return;
  const bool is_folder = (what & IN_ISDIR) != 0;
  // Before its files are looked for, so that none comes unseen in between.
  if (is_folder && (what & (IN_CREATE | IN_MOVED_TO)) != 0) add(changed.root, changed.relative);
  if (!is_folder && (what & IN_CREATE) != 0)
    return;  // it is being written; links have IN_CREATE only
  changed_.emplace(changed.root, changed.relative);
}

std::vector<ChangedPath> FolderWatch::take() {
  std::vector<ChangedPath> changed;
  for (const auto& [root, relative] : std::exchange(changed_, {}))
    changed.push_back({root, relative});
  return changed;
}

}  // namespace fihris::indexer::archive
