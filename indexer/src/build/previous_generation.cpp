#include "build/previous_generation.h"

#include <utility>

#include "build/delta_phrases.h"
#include "build/segment_builder.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/content_digest.h"
#include "fihris/store/internal/metadata.h"

namespace fihris::indexer::build {

namespace fs = std::filesystem;

namespace {

// The lowest document number in use; 0 without documents.
std::uint32_t first_document(const Xapian::Database& database) {
  const auto first = database.postlist_begin("");
  return first == database.postlist_end("") ? 0 : *first;
}

// The highest in use. get_lastdocid() would be the highest ever used.
std::uint32_t last_document(const Xapian::Database& database) {
  std::uint32_t low = first_document(database);
  std::uint32_t high = database.get_lastdocid();
  auto found = database.postlist_begin("");
  std::uint32_t last = low;
  while (low <= high && low != 0) {
    const std::uint32_t middle = low + (high - low) / 2;
    found = database.postlist_begin("");
    found.skip_to(middle);
    if (found == database.postlist_end("")) {
      high = middle - 1;
    } else {
      last = *found;
      low = last + 1;
    }
  }
  return last;
}

}  // namespace

PreviousGeneration::PreviousGeneration(const store::Generation& generation) {
  const Xapian::Database database(generation.db().string());
  store::Tombstones dead = store::read_tombstones(database, database);
  std::error_code ignored;
  const bool has_delta = fs::exists(generation.delta(), ignored);
  if (has_delta) {
    const Xapian::Database delta(generation.delta().string());
    dead.insert_all(store::read_tombstones(delta, database));
  }
  add(generation.db(), std::move(dead));
  const IndexInfo info = store::read_info(database, generation.db());
  analyzer_ = info.analyzer;
  // What is suggested can do without the past: a missing file must not stop a rebuild.
  const fs::path file = generation.db() / store::kPhrasesFile;
  if (fs::exists(file, ignored)) {
    phrases_file_ = store::MappedFile(file);
    phrases_ = store::PhraseTable(phrases_file_.bytes(), file);
  }
  if (has_delta) add(generation.delta(), {});
}

void PreviousGeneration::add(const fs::path& path, store::Tombstones dead) {
  Xapian::Database database(path.string());
  text_bytes_ += store::read_info(database, path).text_bytes;
  const std::uint32_t first = first_document(database);
  const std::uint32_t shift = next_document_ - first;
  if (first != 0) next_document_ = last_document(database) + shift + 1;
  sources_.push_back({path, std::move(database), std::move(dead), shift});
}

void PreviousGeneration::require_sound_delta() const {
  if (!has_delta() || store::is_as_written(sources_.back().database)) return;
  throw Error(ErrorCode::kIndexDamaged,
              "the updates in " + sources_.back().path.string() + " are not as they were written",
              "Run `fihris compact --db DIR --rebuild` to make the index anew from its stored "
              "articles.");
}

std::uint64_t PreviousGeneration::bury(const IdSet& replaced) {
  std::uint64_t buried = 0;
  for (Source& source : sources_) {
    const std::string prefix(prefix::kId);
    const auto end = source.database.allterms_end(prefix);
    for (auto term = source.database.allterms_begin(prefix); term != end; ++term) {
      if (!replaced.contains(id_hash(*term))) continue;
      const auto documents_end = source.database.postlist_end(*term);
      for (auto id = source.database.postlist_begin(*term); id != documents_end; ++id) {
        if (source.dead.insert(*id)) ++buried;
      }
    }
  }
  return buried;
}

std::uint64_t PreviousGeneration::documents() const {
  std::uint64_t count = 0;
  for (const Source& source : sources_) count += source.database.get_doccount();
  return count;
}

std::vector<fs::path> PreviousGeneration::paths() const {
  std::vector<fs::path> paths;
  for (const Source& source : sources_) {
    if (source.database.get_doccount() != 0) paths.push_back(source.path);
  }
  return paths;
}

phrases::PhraseTotals PreviousGeneration::phrases_of_delta() const {
  phrases::PhraseTotals totals;
  if (has_delta()) totals.add(count_phrases(sources_.back().database, analyzer_));
  return totals;
}

store::Tombstones PreviousGeneration::dead() const {
  store::Tombstones dead;
  for (const Source& source : sources_) {
    for (const store::DocId id : source.dead.ids()) dead.insert(id + source.shift);
  }
  return dead;
}

}  // namespace fihris::indexer::build
