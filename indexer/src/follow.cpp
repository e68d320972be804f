#include <chrono>
#include <thread>
#include <utility>

#include "archive/folder_watch.h"
#include "fihris/indexer/archive.h"
#include "fihris/store/error.h"

namespace fihris {

namespace fs = std::filesystem;
using indexer::archive::FolderWatch;

namespace {

using namespace std::chrono_literals;

// Changes come in crowds: they are taken in when it has been quiet for so long, but not later than
// the other.
constexpr int kQuietMilliseconds = 200;
constexpr auto kLongestWait = 800ms;

bool something_happened(const ArchiveReport& report) {
  return report.taken_in() + report.of(Outcome::kDeleted) + report.of(Outcome::kRejected) > 0;
}

bool asked_to_stop(const ArchiveOptions& options) { return options.stop && options.stop(); }

// Until the changes have settled; false when it is time to stop.
bool gather(FolderWatch& watch, const ArchiveOptions& options) {
  while (!watch.wait(kQuietMilliseconds)) {
    if (asked_to_stop(options)) return false;
  }
  const auto first = std::chrono::steady_clock::now();
  while (watch.wait(kQuietMilliseconds) &&
         std::chrono::steady_clock::now() - first < kLongestWait) {
  }
  return true;
}

// take_in(), as soon as no other writer is at work.
ArchiveReport take_in_when_free(const fs::path& index_dir, const IndexOptions& index_options,
                                const ArchiveOptions& options) {
  constexpr auto kPause = 300ms;
  while (true) {
    try {
      return take_in(index_dir, index_options, options);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kIndexLocked || asked_to_stop(options)) throw;
    }
    std::this_thread::sleep_for(kPause);
  }
}

std::vector<std::string> roots_of(const ArchiveOptions& options) {
  std::vector<std::string> roots;
  for (const NamedSource& source : options.sources) roots.push_back(source.directory);
  for (const std::string& path : options.paths) {
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) {
      throw Error(ErrorCode::kUsage, path + " is no folder.",
                  "Only folders can be watched: name the one that holds it.");
    }
    roots.push_back(path);
  }
  return roots;
}

}  // namespace

void follow(const fs::path& index_dir, const IndexOptions& index_options,
            const ArchiveOptions& options, const std::function<void(const ArchiveReport&)>& told) {
  FolderWatch watch(roots_of(options), index_dir);
  ArchiveOptions all = options;
  all.sync = true;
  ArchiveReport first = take_in(index_dir, index_options, all);
  told(first);
  ArchiveOptions some = all;
  some.paths.clear();
  some.sources.clear();
  while (!asked_to_stop(options) && gather(watch, options)) {
    some.changed = watch.take();
    if (some.changed.empty()) continue;
    const ArchiveReport report = take_in_when_free(index_dir, index_options, some);
    if (something_happened(report)) told(report);
  }
}

}  // namespace fihris
