// The present generation seen by the build of the next one.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "build/replaced_ids.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/mapped_file.h"
#include "fihris/store/internal/phrase_table.h"
#include "fihris/store/internal/tombstones.h"
#include "phrases/phrase_counter.h"

namespace fihris::indexer::build {

// Its database and its delta, read only, in the numbering that compact_databases() will give their
// documents.
class PreviousGeneration {
 public:
  explicit PreviousGeneration(const store::Generation& generation);

  // Buries every live article whose id is in the set; how many there were.
  std::uint64_t bury(const IdSet& replaced);

  std::uint64_t documents() const;
  std::uint64_t text_bytes() const { return text_bytes_; }
  bool has_delta() const { return sources_.size() > 1; }
  // What the generation suggests; valid as long as this object. Empty in an index of an older
  // format.
  store::PhraseTable phrases() const { return phrases_; }
  // With what the articles of the delta begin.
  phrases::PhraseTotals phrases_of_delta() const;
  // Throws Error{kIndexDamaged} when the delta is not what was written: copied into a generation,
  // its damage would be given a good hash.
  void require_sound_delta() const;
  // Non-empty databases, for compact_databases().
  std::vector<std::filesystem::path> paths() const;
  // One above the last document number that paths() take up.
  std::uint32_t next_document() const { return next_document_; }
  // The dead in that numbering.
  store::Tombstones dead() const;
  // The same databases for reading, with the dead of each in its own numbering.
  struct Source {
    std::filesystem::path path;
    Xapian::Database database;
    store::Tombstones dead;
    std::uint32_t shift = 0;  // wraps: added to a document's number
  };
  const std::vector<Source>& sources() const { return sources_; }

 private:
  void add(const std::filesystem::path& path, store::Tombstones dead);

  std::vector<Source> sources_;
  std::uint32_t next_document_ = 1;
  std::uint64_t text_bytes_ = 0;
  AnalyzerConfig analyzer_;
  store::MappedFile phrases_file_;
  store::PhraseTable phrases_;
};

}  // namespace fihris::indexer::build
