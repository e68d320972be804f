// What is remembered of the files of an archive: DIR/sources.db, in SQLite.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::archive {

struct SourceRow {
  std::int64_t number = 0;
  std::string directory;  // its real path
  std::string prefix;     // of the ids of its articles: "NAME/", or empty
};

// Of a file as it was read last.
struct FileRow {
  std::int64_t number = 0;
  std::int64_t size = -1;      // -1: it has not been read to its end
  std::int64_t modified = -1;  // nanoseconds since 1970; -1: not to be relied on
  std::optional<std::int64_t> hash;
  std::string passed_over;  // why; empty when it was not

  bool read_to_its_end() const { return size >= 0; }
};

struct ArticleRow {
  std::int64_t file = 0;
  std::int64_t hash = 0;  // of the bytes it was made of
  std::int64_t run = 0;   // that saw it last
};

struct Trouble {
  std::uint64_t line = 0;
  std::string what;
};

// Nothing is kept unless committed. Failures are Error{kInputOutput}. Not thread-safe.
class ArchiveState {
 public:
  // In the folder of an index, whose writer's lock the caller holds. Without the file, a dry run
  // keeps its state in memory.
  ArchiveState(const std::filesystem::path& index_dir, bool dry_run);
  ~ArchiveState();
  ArchiveState(const ArchiveState&) = delete;
  ArchiveState& operator=(const ArchiveState&) = delete;

  bool is_new() const { return is_new_; }  // there was no file
  std::int64_t run() const { return run_; }
  void begin();
  void note_run();  // that run() is taken, if what follows is committed
  void commit();

  std::vector<SourceRow> sources();
  SourceRow add_source(const std::string& directory, const std::string& prefix);
  void move_source(std::int64_t number, const std::string& directory);

  std::optional<FileRow> find_file(std::int64_t source, std::string_view path);
  std::int64_t add_file(std::int64_t source, std::string_view path);
  void update_file(const FileRow& row);
  void forget_file(std::int64_t number);
  // Those of a source whose path begins so.
  void each_file(std::int64_t source, std::string_view begin,
                 const std::function<void(std::int64_t number, std::string_view path)>& visit);
  std::string path_of(std::int64_t file);  // folder of the source included

  std::optional<ArticleRow> find_article(std::string_view id);
  void put_article(std::string_view id, const ArticleRow& row);
  void forget_article(std::string_view id);
  // Of a file; only those that this run has not seen where `unseen` says so.
  std::vector<std::string> articles_of(std::int64_t file, bool unseen);
  std::int64_t count_articles(std::int64_t file);

  // What could not be taken in of a file. `id`: of an article that another file has, or empty.
  void add_trouble(std::int64_t file, const Trouble& trouble, std::string_view id);
  void clear_troubles(std::int64_t file);
  std::vector<Trouble> troubles_of(std::int64_t file);
  // The files that have an article with this id and had to leave it to another.
  std::vector<std::int64_t> files_wanting(std::string_view id);

 private:
  struct Connection;
  std::unique_ptr<Connection> connection_;
  bool is_new_ = false;
  std::int64_t run_ = 0;
};

}  // namespace fihris::indexer::archive
