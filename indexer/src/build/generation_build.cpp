#include "build/generation_build.h"

#include <utility>

#include "build/compaction.h"
#include "build/present_parts.h"
#include "build/replaced_ids.h"
#include "fihris/store/internal/article_columns.h"
#include "fihris/store/internal/files.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/name_index.h"
#include "phrases/phrase_choice.h"

namespace fihris::indexer::build {

namespace fs = std::filesystem;

namespace {

// The databases that become the part, in order, and which of their documents are dead.
class Assembly {
 public:
  void add(PresentParts& present, const AnalyzerConfig& analyzer) {
    for (fs::path& path : present.paths()) sources_.push_back(std::move(path));
    // They come first.
    PresentParts::Numbering numbering = present.numbering();
    dead_ = std::move(numbering.dead);
    next_document_ = numbering.next_document;
    documents_ += present.documents();
    text_bytes_ += present.text_bytes();
    phrases_.add(present.phrases_of_delta(analyzer));
    earlier_ = present.phrases();
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

  void publish(store::IndexDirectory& directory, const PresentParts& present,
               const GenerationOptions& options, const fs::path& scratch) const {
    IndexInfo info;
    info.analyzer = options.analyzer;
    info.fingerprint = options.fingerprint;
    info.created = store::utc_now();
    info.articles = documents_;
    info.text_bytes = text_bytes_;
    const fs::path database = scratch / "db";
    std::string dead = dead_.encode();
    // The delta has a list of a part that is kept, which is not to be taken over: an empty list of
    // one byte stands in its way.
    if (dead.empty() && present.kept() > 0) dead.push_back('\0');
    compact_databases(sources_, database,
                      {{store::kInfoKey, store::to_json(info)},
                       {store::kTombstonesKey, dead},
                       {store::kEarlierTombstonesKey, encode_of_parts(present.dead_of_kept())},
                       {store::kSettingsKey, store::settings_metadata(options.fields)}});
    const Xapian::Database made(database.string());
    store::write_durably(database / store::kColumnsFile,
                         store::encode_columns(made, options.fields));
    store::write_durably(database / store::kNamesFile, store::encode_names(made));
    Analyzer analyzer(options.analyzer);
    store::write_durably(database / store::kPhrasesFile,
                         phrases::choose_phrases(earlier_, phrases_, documents_, analyzer));
    directory.publish(database, info, present.kept());
  }

 private:
  std::vector<fs::path> sources_;
  store::Tombstones dead_;
  std::uint64_t documents_ = 0;
  std::uint32_t next_document_ = 1;
  std::uint64_t text_bytes_ = 0;
  std::vector<store::PhraseTable> earlier_;
  phrases::PhraseTotals phrases_;
};

BulkResult build_in(const fs::path& directory, document::ArticleFeed& feed,
                    const GenerationOptions& options, bool show_progress) {
  store::make_directories(directory);
  BulkOptions bulk{options.analyzer, options.fields, options.threads, directory, {}};
  if (show_progress) bulk.progress = options.progress;
  return build_segments(feed, bulk);
}

// Decides which parts are taken in with so many new articles. Merging is only a matter of speed:
// without room for it, they stay.
void choose_parts(PresentParts& present, std::uint64_t added, BuildPurpose purpose,
                  const fs::path& index_dir) {
  if (purpose == BuildPurpose::kCompact || purpose == BuildPurpose::kRebuild) return;
  const std::vector<PartSize> sizes = present.sizes();
  present.keep(parts_to_keep(sizes, added + present.documents_of_delta()));
  const bool merges = present.documents() > present.documents_of_delta();
  // Rebuilt articles are in scratch databases first.
  if (merges && !store::has_space(index_dir, 2 * present.bytes())) present.keep(sizes.size());
}

bool must_rebuild(const PresentParts& present, std::uint64_t added, BuildPurpose purpose) {
  if (purpose == BuildPurpose::kRebuild) return true;
  std::vector<PartSize> sizes;
  for (const PresentParts::Source& source : present.taken()) {
    sizes.push_back({source.database.get_doccount(), source.dead.size()});
  }
  return has_many_dead(sizes, added);
}

// The error for a stored article that cannot be taken over: what was good enough to be stored is
// good enough to be kept.
Error lost(const SourceError& error) {
  return {ErrorCode::kIndexDamaged,
          "a stored article (" + error.file + ") is not as it was: " + error.what,
          "Run `fihris check --db DIR` to see which files are damaged."};
}

// Analyses again what lives on of the parts that are taken in.
void add_rebuilt(const PresentParts& present, const fs::path& scratch,
                 const GenerationOptions& options, Assembly& assembly, ReadingCounts& readings) {
  int number = 0;
  for (const PresentParts::Source& source : present.taken()) {
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

std::uint64_t space_needed(const store::IndexDirectory& directory,
                           const document::ArticleFeed& feed, BuildPurpose purpose) {
  const std::uint64_t added = 2 * feed.bytes_left().value_or(0);
  if (!directory.has_generation()) return added;
  const bool all = purpose == BuildPurpose::kCompact || purpose == BuildPurpose::kRebuild;
  if (!all) return added + store::bytes_below(directory.current().delta());
  std::uint64_t present = 0;
  for (const store::Generation& part : directory.parts()) present += store::bytes_below(part.dir);
  return added + (purpose == BuildPurpose::kRebuild ? 2 * present : present);
}

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

  PresentParts present(directory.parts());  // the assembly looks into it to the end
  report.replaced += present.bury(built, ids);
  choose_parts(present, report.articles, options.purpose, directory.path());
  const bool nothing = report.articles == 0 && present.documents() == 0 && present.kept() > 0;
  if (nothing) return report;
  Assembly assembly;
  if (must_rebuild(present, report.articles, options.purpose)) {
    add_rebuilt(present, scratch.path(), options, assembly, report.readings);
  } else {
    present.require_sound_delta();
    assembly.add(present, options.analyzer);
  }
  assembly.add(built, ids);
  assembly.publish(directory, present, options, scratch.path());
  report.live_articles = assembly.live_articles();
  return report;
}

}  // namespace fihris::indexer::build
