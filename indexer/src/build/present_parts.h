// The parts of an index and its delta, seen by the build of the next part.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "build/bulk_build.h"
#include "build/replaced_ids.h"
#include "build/tiers.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/mapped_file.h"
#include "fihris/store/internal/phrase_table.h"
#include "fihris/store/internal/tombstones.h"
#include "phrases/phrase_counter.h"

namespace fihris::indexer::build {

// Read only. The oldest parts are kept as they are, the others and the delta are taken into the
// next part: all of them, until keep() says otherwise.
class PresentParts {
 public:
  // There may be none.
  explicit PresentParts(const std::vector<store::Generation>& parts);

  // Buries every live article, in all parts, whose id one of the built has; how many there were.
  std::uint64_t bury(const BulkResult& built, const IdSet& ids);

  // Of the parts, without the delta.
  std::vector<PartSize> sizes() const;
  std::uint64_t documents_of_delta() const;
  void keep(std::size_t parts) { kept_ = parts; }
  std::size_t kept() const { return kept_; }

  // One of the databases that are taken in, with its dead in its own numbering.
  struct Source {
    std::uint64_t number = 0;
    std::filesystem::path path;
    Xapian::Database database;
    store::Tombstones dead;
  };
  std::span<const Source> taken() const { return std::span(sources_).subspan(kept_); }
  // Those that are not empty, for compact_databases().
  std::vector<std::filesystem::path> paths() const;
  std::uint64_t documents() const;
  std::uint64_t text_bytes() const;
  // On disk.
  std::uint64_t bytes() const;
  // One above the last document number that paths() take up in the next part, and the dead in that
  // numbering.
  struct Numbering {
    std::uint32_t next_document = 1;
    store::Tombstones dead;
  };
  Numbering numbering() const;
  // The dead of the parts that are kept, as far as those do not say so themselves.
  store::TombstonesOfParts dead_of_kept() const;

  // What the parts suggest; valid as long as this object. A file that is missing, as in an index of
  // an older format, must not stop a rebuild.
  std::vector<store::PhraseTable> phrases();
  // With what the articles of the delta begin.
  phrases::PhraseTotals phrases_of_delta(const AnalyzerConfig& analyzer) const;
  // Throws Error{kIndexDamaged} when the delta is not what was written: copied into a part, its
  // damage would be given a good hash.
  void require_sound_delta() const;

 private:
  bool has_delta() const { return sources_.size() > parts_; }

  std::size_t parts_ = 0;
  std::size_t kept_ = 0;
  std::vector<Source> sources_;  // the parts, oldest first, and the delta
  std::vector<store::MappedFile> phrases_files_;
};

}  // namespace fihris::indexer::build
