#include "build/generation_build.h"

#include <optional>
#include <utility>

#include "build/compaction.h"
#include "build/previous_generation.h"
#include "build/replaced_ids.h"
#include "fihris/store/internal/article_columns.h"
#include "fihris/store/internal/files.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/name_index.h"
#include "phrases/phrase_choice.h"

namespace fihris::indexer::build {

namespace fs = std::filesystem;

namespace {

// The databases that become the generation, in order, and which of their documents are dead.
class Assembly {
 public:
  void add(const PreviousGeneration& previous) {
    for (fs::path& path : previous.paths()) sources_.push_back(std::move(path));
    // The previous generation comes first: its numbers stay.
    dead_.insert_all(previous.dead());
    documents_ += previous.documents();
    next_document_ = previous.next_document();
    text_bytes_ += previous.text_bytes();
    phrases_.add(previous.phrases_of_delta());
    earlier_ = previous.phrases();
  }
  void add(const BulkResult& built, const IdSet& ids) {
    sources_.insert(sources_.end(), built.parts.begin(), built.parts.end());
    for (const std::uint32_t position : ids.superseded()) dead_.insert(next_document_ + position);
    documents_ += built.id_hashes.size();
    next_document_ += static_cast<std::uint32_t>(built.id_hashes.size());
    text_bytes_ += built.text_bytes;
    phrases_.add(built.phrases);
  }
  std::uint64_t live_articles() const { return documents_ - dead_.size(); }

  void publish(store::IndexDirectory& directory, const GenerationOptions& options,
               const fs::path& scratch) const {
    IndexInfo info;
    info.analyzer = options.analyzer;
    info.fingerprint = options.fingerprint;
    info.created = store::utc_now();
    info.articles = documents_;
    info.text_bytes = text_bytes_;
    const fs::path database = scratch / "db";
    compact_databases(sources_, database,
                      {{store::kInfoKey, store::to_json(info)},
                       {store::kTombstonesKey, dead_.encode()},
                       {store::kSettingsKey, store::settings_metadata(options.fields)}});
    const Xapian::Database made(database.string());
    store::write_durably(database / store::kColumnsFile,
                         store::encode_columns(made, options.fields));
    store::write_durably(database / store::kNamesFile, store::encode_names(made));
    Analyzer analyzer(options.analyzer);
    store::write_durably(database / store::kPhrasesFile,
                         phrases::choose_phrases(earlier_, phrases_, documents_, analyzer));
    directory.publish(database, info);
  }

 private:
  std::vector<fs::path> sources_;
  store::Tombstones dead_;
  std::uint64_t documents_ = 0;
  std::uint32_t next_document_ = 1;
  std::uint64_t text_bytes_ = 0;
  store::PhraseTable earlier_;
  phrases::PhraseTotals phrases_;
};

BulkResult build_in(const fs::path& directory, document::ArticleFeed& feed,
                    const GenerationOptions& options, bool show_progress) {
  store::make_directories(directory);
  BulkOptions bulk{options.analyzer, options.fields, options.threads, directory, {}};
  if (show_progress) bulk.progress = options.progress;
  return build_segments(feed, bulk);
}

bool is_worth_rebuilding(const PreviousGeneration& previous, std::uint64_t new_articles) {
  const auto dead = static_cast<double>(previous.dead().size());
  const auto all = static_cast<double>(previous.documents() + new_articles);
  return dead > kMaxDeadShare * all;
}

// The error for a stored article that cannot be taken over: what was good enough to be stored is
// good enough to be kept.
Error lost(const SourceError& error) {
  return {ErrorCode::kIndexDamaged,
          "a stored article (" + error.file + ") is not as it was: " + error.what,
          "Run `fihris check --db DIR` to see which files are damaged."};
}

// Analyses again what lives on of the previous generation.
void add_rebuilt(const PreviousGeneration& previous, const fs::path& scratch,
                 const GenerationOptions& options, Assembly& assembly, ReadingCounts& readings) {
  int number = 0;
  for (const PreviousGeneration::Source& source : previous.sources()) {
    document::StoredFeed feed(source.database, source.dead);
    const fs::path directory = scratch / ("kept-" + std::to_string(number++));
    const BulkResult kept =
        build_in(directory, feed, options, options.purpose == BuildPurpose::kRebuild);
    if (kept.rejected_count != 0) throw lost(kept.rejected.front());
    readings.add(kept.readings);
    assembly.add(kept, IdSet(kept.id_hashes));
  }
}

}  // namespace

GenerationReport build_generation(store::IndexDirectory& directory, document::ArticleFeed& feed,
                                  const GenerationOptions& options) {
  const store::ScratchDirectory scratch = directory.begin_generation();
  BulkResult built = build_in(scratch.path() / "new", feed, options, true);
  GenerationReport report;
  report.rejected = std::move(built.rejected);
  report.rejected_count = built.rejected_count;
  report.readings = std::move(built.readings);
  if (built.id_hashes.empty() && options.purpose == BuildPurpose::kAdd) return report;
  const IdSet ids(built.id_hashes);
  report.articles = built.id_hashes.size();
  report.text_bytes = built.text_bytes;
  report.replaced = ids.superseded().size();

  std::optional<PreviousGeneration> previous;  // the assembly looks into it to the end
  Assembly assembly;
  if (directory.has_generation()) {
    previous.emplace(directory.current());
    report.replaced += previous->bury(ids);
    const bool all = options.purpose == BuildPurpose::kRebuild;
    if (all || is_worth_rebuilding(*previous, report.articles)) {
      add_rebuilt(*previous, scratch.path(), options, assembly, report.readings);
    } else {
      previous->require_sound_delta();
      assembly.add(*previous);
    }
  }
  assembly.add(built, ids);
  assembly.publish(directory, options, scratch.path());
  report.live_articles = assembly.live_articles();
  return report;
}

}  // namespace fihris::indexer::build
