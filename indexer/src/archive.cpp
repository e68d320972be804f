#include "fihris/indexer/archive.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>
#include <utility>

#include "archive/adoption.h"
#include "archive/archive_feed.h"
#include "archive/archive_state.h"
#include "archive/ledger.h"
#include "archive/plan.h"
#include "archive/source_table.h"
#include "document/article_feed.h"
#include "fihris/store/internal/open_index.h"
#include "fihris/store/internal/xapian_errors.h"

namespace fihris {

namespace fs = std::filesystem;
namespace archive = indexer::archive;

namespace {

// So many ids are deleted with one commit.
constexpr std::size_t kDeletedAtOnce = 5000;

// One call of take_in().
class Run {
 public:
  Run(const fs::path& dir, const IndexOptions& index_options, const ArchiveOptions& options)
      : dir_(dir), options_(options) {
    if (!options_.dry_run) writer_.emplace(IndexWriter::open(dir, index_options));
    options_.read.leave_out = dir;
    state_.emplace(dir, options_.dry_run);
    ledger_.emplace(options_, *state_);
    look_again();
  }

  ArchiveReport run() {
    const auto start = std::chrono::steady_clock::now();
    state_->begin();
    plan();
    end_transaction();
    read();
    if (!report().stopped) delete_gone();
    while (!report().stopped && !wanting_.empty()) read_wanting();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
    report().seconds = elapsed.count();
    describe_index();
    return std::move(report());
  }

 private:
  ArchiveReport& report() { return ledger_->report(); }

  // What a dry run finds out is forgotten, but only in the end: it is needed until then.
  void end_transaction() {
    if (!options_.dry_run) state_->commit();
  }
  void begin_transaction() {
    if (!options_.dry_run) state_->begin();
  }

  void plan() {
    archive::SourceTable sources(*state_);
    std::vector<archive::SourceRow> named;
    for (const NamedSource& source : options_.sources)
      named.push_back(sources.named(source.name, source.directory));
    const bool all =
        options_.sync && options_.paths.empty() && named.empty() && options_.changed.empty();
    if (all) named = sources.rows();
    for (const std::string& path : options_.paths) settle_source(sources, path);
    for (const ChangedPath& changed : options_.changed) settle_source(sources, changed.root);
    if (state_->is_new() && index_) archive::adopt_articles(dir_, *state_, sources);
    plan_.emplace(options_, *state_, sources, *ledger_);
    for (const archive::SourceRow& source : named) note_missing(plan_->add(source));
    for (const std::string& path : options_.paths) note_missing(plan_->add(path));
    for (const ChangedPath& changed : options_.changed) plan_->add(changed);
  }

  // Makes the source known before its articles are looked for.
  static void settle_source(archive::SourceTable& sources, const fs::path& path) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
      sources.place_of(path);
    } else if (fs::exists(path, ignored)) {
      sources.place_of(archive::folder_of(path));
    }
  }

  void note_missing(bool found) { report().source_missing |= !found; }

  void read() {
    auto owned = std::make_unique<archive::ArchiveFeed>(plan_->take_files(), options_, *ledger_);
    archive::ArchiveFeed* const feed = owned.get();
    SourceReader reader(std::move(owned));
    while (!feed->at_end()) {
      feed->start_batch();
      begin_transaction();
      state_->note_run();
      take_batch(reader);
      for (archive::FileRow& file : feed->take_finished()) finish(std::move(file));
      delete_articles();
      end_transaction();
      look_again();
    }
    report().stopped |= feed->stopped();
  }

  void take_batch(SourceReader& reader) {
    if (writer_) {
      report().readings.add(writer_->add(reader).readings);
      return;
    }
    indexer::document::ReaderFeed feed(reader);
    indexer::document::ArticleIntake intake;
    while (const auto pending = feed.next()) intake.open(*pending);
    report().readings.add(intake.take_readings());
  }

  // Remembers a file that was read, and deletes the articles that it does not have any more. An
  // addition deletes only those that are there under a new name now.
  void finish(archive::FileRow file) {
    const std::string path = state_->path_of(file.number);
    for (std::string& id : state_->articles_of(file.number, true)) {
      if (options_.sync || archive::is_name_of_old(id, path)) {
        to_delete_.push_back({std::move(id), path});
      } else {
        file.size = -1;  // whoever keeps in step next must look at it again
      }
    }
    state_->update_file(file);
  }

  // Deletes the articles of files that are gone.
  void delete_gone() {
    begin_transaction();
    for (const std::int64_t file : plan_->gone()) {
      const std::string path = state_->path_of(file);
      for (std::string& id : state_->articles_of(file, false))
        to_delete_.push_back({std::move(id), path});
      state_->forget_file(file);
      if (to_delete_.size() >= kDeletedAtOnce) delete_articles();
    }
    delete_articles();
    end_transaction();
    look_again();
  }

  void delete_articles() {
    std::vector<std::string> ids;
    for (const Deletion& each : to_delete_) ids.push_back(each.id);
    if (writer_ && !ids.empty()) writer_->remove(ids);
    for (const Deletion& each : std::exchange(to_delete_, {})) {
      ledger_->deleted(each.id, each.path);
      for (const std::int64_t file : state_->files_wanting(each.id)) wanting_.insert(file);
    }
  }

  // Reads the files that have an article which was another's until now.
  void read_wanting() {
    for (const std::int64_t file : std::exchange(wanting_, {})) plan_->read_again(file);
    read();
  }

  // The index as the next batch finds it; none while it has no articles.
  void look_again() {
    ledger_->look_into(nullptr);
    index_.reset();
    try {
      index_.emplace(store::OpenIndex::open(dir_));
    } catch (const Error& error) {
      // Only a dry run comes to where no index is.
      if (error.code() != ErrorCode::kIndexMissing) throw;
      return;
    }
    if (index_->live_articles() == 0) index_.reset();
    ledger_->look_into(index_ ? &*index_ : nullptr);
  }

  void describe_index() {
    report().index_bytes = index_bytes(dir_);
    report().index_articles = index_ ? index_->live_articles() : 0;
  }

  struct Deletion {
    std::string id;
    std::string path;
  };

  fs::path dir_;
  ArchiveOptions options_;
  std::optional<IndexWriter> writer_;
  std::optional<archive::ArchiveState> state_;
  std::optional<archive::Ledger> ledger_;
  std::optional<archive::Plan> plan_;
  std::optional<store::OpenIndex> index_;
  std::vector<Deletion> to_delete_;
  std::set<std::int64_t> wanting_;
};

}  // namespace

std::string_view outcome_name(Outcome outcome) {
  constexpr std::string_view kNames[kOutcomes] = {"added",     "replaced", "deleted",
                                                  "unchanged", "rejected", "passedOver"};
  return kNames[static_cast<std::size_t>(outcome)];
}

ArchiveReport take_in(const fs::path& index_dir, const IndexOptions& index_options,
                      const ArchiveOptions& options) {
  return store::guarded(index_dir, [&] { return Run(index_dir, index_options, options).run(); });
}

}  // namespace fihris
