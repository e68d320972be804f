#include "build/present_parts.h"

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

// So many times as long takes looking an id up as passing over it in the list of all.
constexpr std::uint64_t kLookUp = 16;

std::vector<std::string> id_terms_of(const std::vector<fs::path>& databases) {
  Xapian::Database all;
  for (const fs::path& path : databases) all.add_database(Xapian::Database(path.string()));
  const std::string prefix(prefix::kId);
  return {all.allterms_begin(prefix), all.allterms_end(prefix)};
}

std::uint64_t bury_all(PresentParts::Source& source, const std::string& id_term) {
  std::uint64_t buried = 0;
  const auto end = source.database.postlist_end(id_term);
  for (auto id = source.database.postlist_begin(id_term); id != end; ++id) {
    if (source.dead.insert(*id)) ++buried;
  }
  return buried;
}

// Goes through all ids of the source.
std::uint64_t bury_members(PresentParts::Source& source, const IdSet& ids) {
  std::uint64_t buried = 0;
  const std::string prefix(prefix::kId);
  const auto end = source.database.allterms_end(prefix);
  for (auto term = source.database.allterms_begin(prefix); term != end; ++term) {
    if (ids.contains(id_hash(*term))) buried += bury_all(source, *term);
  }
  return buried;
}

std::vector<store::NumberedDatabase> numbered(std::span<const PresentParts::Source> sources) {
  std::vector<store::NumberedDatabase> databases;
  for (const PresentParts::Source& source : sources) {
    databases.push_back({source.number, source.database});
  }
  return databases;
}

}  // namespace

PresentParts::PresentParts(const std::vector<store::Generation>& parts) : parts_(parts.size()) {
  for (const store::Generation& part : parts) {
    sources_.push_back({part.number, part.db(), Xapian::Database(part.db().string()), {}});
  }
  const std::vector<store::NumberedDatabase> databases = numbered(sources_);
  const std::vector<store::Tombstones> dead = store::tombstones_of(databases);
  for (std::size_t i = 0; i < parts_; ++i) sources_[i].dead = dead[i];
  std::error_code ignored;
  if (parts.empty() || !fs::exists(parts.back().delta(), ignored)) return;
  const fs::path path = parts.back().delta();
  sources_.push_back({parts.back().number, path, Xapian::Database(path.string()), {}});
  const store::NumberedDatabase delta{sources_.back().number, sources_.back().database};
  for (std::size_t i = 0; i < parts_; ++i) {
    sources_[i].dead.insert_all(store::tombstones_said(delta, databases[i]));
  }
}

std::uint64_t PresentParts::bury(const BulkResult& built, const IdSet& ids) {
  std::uint64_t buried = 0;
  std::vector<std::string> terms;
  for (Source& source : sources_) {
    if (source.database.get_doccount() < kLookUp * built.id_hashes.size()) {
      buried += bury_members(source, ids);
      continue;
    }
    if (terms.empty()) terms = id_terms_of(built.parts);
    for (const std::string& term : terms) buried += bury_all(source, term);
  }
  return buried;
}

std::vector<PartSize> PresentParts::sizes() const {
  std::vector<PartSize> sizes;
  for (std::size_t i = 0; i < parts_; ++i) {
    sizes.push_back({sources_[i].database.get_doccount(), sources_[i].dead.size()});
  }
  return sizes;
}

std::uint64_t PresentParts::documents_of_delta() const {
  return has_delta() ? sources_.back().database.get_doccount() : 0;
}

std::vector<fs::path> PresentParts::paths() const {
  std::vector<fs::path> paths;
  for (const Source& source : taken()) {
    if (source.database.get_doccount() != 0) paths.push_back(source.path);
  }
  return paths;
}

std::uint64_t PresentParts::documents() const {
  std::uint64_t count = 0;
  for (const Source& source : taken()) count += source.database.get_doccount();
  return count;
}

std::uint64_t PresentParts::text_bytes() const {
  std::uint64_t bytes = 0;
  for (const Source& source : taken()) {
    bytes += store::read_info(source.database, source.path).text_bytes;
  }
  return bytes;
}

std::uint64_t PresentParts::bytes() const {
  std::uint64_t bytes = 0;
  for (const Source& source : taken()) bytes += store::bytes_below(source.path);
  return bytes;
}

PresentParts::Numbering PresentParts::numbering() const {
  Numbering numbering;
  for (const Source& source : taken()) {
    const std::uint32_t first = first_document(source.database);
    if (first == 0) continue;
    const std::uint32_t shift = numbering.next_document - first;  // wraps
    numbering.next_document = last_document(source.database) + shift + 1;
    for (const store::DocId id : source.dead.ids()) numbering.dead.insert(id + shift);
  }
  return numbering;
}

store::TombstonesOfParts PresentParts::dead_of_kept() const {
  const std::vector<store::NumberedDatabase> kept = numbered(std::span(sources_).first(kept_));
  const std::vector<store::Tombstones> said = store::tombstones_of(kept);
  store::TombstonesOfParts dead;
  for (std::size_t i = 0; i < kept_; ++i) {
    if (sources_[i].dead.size() == said[i].size()) continue;
    store::Tombstones& since = dead[sources_[i].number];
    for (const store::DocId id : sources_[i].dead.ids()) {
      if (!said[i].contains(id)) since.insert(id);
    }
  }
  return dead;
}

std::vector<store::PhraseTable> PresentParts::phrases() {
  std::vector<store::PhraseTable> tables;
  for (std::size_t i = kept_; i < parts_; ++i) {
    const fs::path file = sources_[i].path / store::kPhrasesFile;
    std::error_code ignored;
    if (!fs::exists(file, ignored)) continue;
    phrases_files_.emplace_back(file);
    tables.emplace_back(phrases_files_.back().bytes(), file);
  }
  return tables;
}

phrases::PhraseTotals PresentParts::phrases_of_delta(const AnalyzerConfig& analyzer) const {
  phrases::PhraseTotals totals;
  if (has_delta()) totals.add(count_phrases(sources_.back().database, analyzer));
  return totals;
}

void PresentParts::require_sound_delta() const {
  if (!has_delta() || store::is_as_written(sources_.back().database)) return;
  throw Error(ErrorCode::kIndexDamaged,
              "the updates in " + sources_.back().path.string() + " are not as they were written",
              "Run `fihris compact --db DIR --rebuild` to make the index anew from its stored "
              "articles.");
}

}  // namespace fihris::indexer::build
