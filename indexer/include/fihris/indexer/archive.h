// Takes archives into an index, and keeps the index in step with them.
//
// What was read of which file is remembered in DIR/sources.db. A file's articles belong to its
// source: the folder that was named, or the folder of a file named itself. An article without an id
// or address of its own is named by its path below the source, so it keeps its id however the
// folder is spelled, and whatever becomes of its content.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/indexer/article_reader.h"
#include "fihris/indexer/index_writer.h"

namespace fihris {

enum class Outcome : std::uint8_t {
  kAdded,
  kReplaced,
  kDeleted,
  kUnchanged,
  kRejected,
  kPassedOver
};
inline constexpr std::size_t kOutcomes = 6;
std::string_view outcome_name(Outcome outcome);  // "added", …, "passedOver"

// What became of an article, a line or a file.
struct ArchiveItem {
  Outcome outcome = Outcome::kAdded;
  std::string path;        // as told to people; "-" for standard input
  std::uint64_t line = 0;  // 1-based; 0 when a line means nothing
  std::string id;          // of an article
  std::string reason;      // of what was not taken in
  std::vector<std::string> warnings;
};

// A folder with a name of its own, which stands before the ids of its articles: they stay what they
// are when the folder moves.
struct NamedSource {
  std::string name;
  std::string directory;
};

// A file or folder that may have come, changed or gone.
struct ChangedPath {
  std::string root;      // a folder that was named before
  std::string relative;  // below it
};

struct ArchiveOptions {
  std::vector<std::string> paths;  // files, folders; "-" is standard input
  std::vector<NamedSource> sources;
  std::vector<ChangedPath> changed;  // with `sync`
  ReadOptions read;
  // Makes the index equal to what is named: what has not changed is not read again, and articles
  // are deleted whose files are gone. Without any path: all sources the index knows.
  bool sync = false;
  bool dry_run = false;                             // nothing is written at all
  std::function<void(const ArchiveItem&)> on_item;  // from any thread, one at a time
  std::function<bool()> stop;                       // true: commit and come to an end
  // From the reading thread; bytes of all that will be read, 0 when that is not known.
  std::function<void(std::uint64_t bytes, std::uint64_t all_bytes, std::uint64_t articles)>
      progress;
};

// What a run did, or would do.
struct ArchiveReport {
  std::uint64_t counts[kOutcomes] = {};  // articles; rejected: lines or files; passed over: files
  std::uint64_t of(Outcome outcome) const { return counts[static_cast<std::size_t>(outcome)]; }
  std::map<std::string, std::uint64_t> passed_over;  // by extension, with its dot
  std::vector<SourceError> rejected;                 // the first kMaxRejectedKept
  std::map<std::string, std::uint64_t> warnings;     // articles, by what is doubtful in them
  std::uint64_t warned = 0;                          // articles with any
  ReadingCounts readings;
  bool source_missing = false;  // something that was named is not there: nothing of it was deleted
  bool stopped = false;
  double seconds = 0;
  std::uint64_t index_bytes = 0;
  std::uint64_t index_articles = 0;

  std::uint64_t taken_in() const { return of(Outcome::kAdded) + of(Outcome::kReplaced); }
};

// Throws Error: those of IndexWriter::open(), and kUsage when a source's name or folder is already
// another's. Long runs commit now and then: what is committed is searchable, and a run that is
// killed goes on from there. Articles are read again only when their file has another size or time
// and another content.
ArchiveReport take_in(const std::filesystem::path& index_dir, const IndexOptions& index_options,
                      const ArchiveOptions& options);

// Keeps the index in step with folders: take_in() with `sync`, and again within about a second
// whenever something below them changes. `told` gets every report in which something happened, and
// the first. Comes back when options.stop() says so, which is asked several times a second. Throws
// like take_in(), and Error{kInputOutput} when the system does not tell of so many folders. Between
// changes the index is free for other writers; while one of those is at work, changes wait.
void follow(const std::filesystem::path& index_dir, const IndexOptions& index_options,
            const ArchiveOptions& options, const std::function<void(const ArchiveReport&)>& told);

}  // namespace fihris
