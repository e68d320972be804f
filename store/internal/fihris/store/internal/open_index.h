// An index opened for reading: its parts and the delta as one Xapian database.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/field_table.h"
#include "fihris/store/generations.h"
#include "fihris/store/internal/article_columns.h"
#include "fihris/store/internal/name_index.h"
#include "fihris/store/internal/phrase_table.h"
#include "fihris/store/internal/tombstones.h"

namespace fihris::store {

// Not thread-safe, and nothing it gives out may be used from another thread: one per thread.
//
// Document ids are those of database(): of several databases Xapian interleaves the ids, see
// place_of(); of one they are its own. They change meaning with every refresh() that returns true;
// never keep them.
//
// Xapian::DatabaseModifiedError can come out of any use of database() when a writer has committed
// to the delta twice since the last refresh(): call refresh() and do the whole request again.
class OpenIndex {
 public:
  // A document of one of the databases, as that numbers it.
  struct Place {
    std::size_t shard = 0;
    Xapian::docid id = 0;
  };

  // kAny also opens an index made by another analyser: for export and rebuild, not for searching.
  enum class Accept : std::uint8_t { kCompatible, kAny };

  // Throws Error: kIndexMissing, kIndexDamaged, kIndexIncompatible, kInputOutput.
  static OpenIndex open(const std::filesystem::path& index_dir,
                        Accept accept = Accept::kCompatible);
  ~OpenIndex();
  OpenIndex(OpenIndex&&) noexcept;
  OpenIndex& operator=(OpenIndex&&) noexcept;

  // Follows the writer: true when there are other parts or a new commit in the delta, and so
  // everything read before is out of date. Costs some microseconds when nothing changed. Throws
  // like open(); open the index anew after that.
  bool refresh();

  // Two of the same index with the same version have the same documents under the same numbers.
  // Valid until refresh().
  const std::string& version() const;

  // Dead articles are in it: ask is_live(). Valid until refresh().
  Xapian::Database& database();
  // The databases apart, with document ids of their own: the parts, oldest first, and behind them
  // the delta, if there is one. All of this is valid until refresh().
  std::size_t shards() const;
  Xapian::Database& shard(std::size_t shard);
  // Which of them this is: for what Xapian asks of each in turn.
  std::size_t shard_of(const Xapian::Database& database) const;
  Place place_of(Xapian::docid id) const {
    const auto all = static_cast<Xapian::docid>(shards());
    return {(id - 1) % all, (id - 1) / all + 1};
  }
  Xapian::docid id_of(Place place) const {
    return static_cast<Xapian::docid>((place.id - 1) * shards() + place.shard + 1);
  }
  // False for the delta, whose values are read where they are asked for.
  bool has_columns(std::size_t shard) const;
  // Of the documents of a shard that has them, in its own numbering. Mapped at the first call.
  // Throws Error: kIndexDamaged, kInputOutput.
  const ArticleColumns& columns(std::size_t shard);
  // The dead of a shard, in its own numbering.
  const Tombstones& dead(std::size_t shard) const;
  // Of the parts and of the delta, which is read through. Throws Error{kIndexDamaged}.
  const std::vector<NameIndex>& names();
  // What is suggested while typing: of each part, and of the delta when it has some. Mapped at the
  // first call, like columns().
  const std::vector<PhraseTable>& phrases();
  // What the newest part says of itself, with the articles and bytes of all, and the fields of the
  // articles.
  const IndexInfo& info() const;
  const FieldTable& fields() const;
  // `id` must be a document of database().
  bool is_live(Xapian::docid id) const;
  bool has_dead() const;
  // The live article with this id: its document, or 0. A dead one may still hold the same id term.
  Xapian::docid find_article(std::string_view id) const;
  std::uint64_t live_articles() const;

 private:
  struct State;
  explicit OpenIndex(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace fihris::store
