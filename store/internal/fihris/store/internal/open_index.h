// An index opened for reading: generation and delta as one Xapian database.
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

namespace fihris::store {

// Not thread-safe, and nothing it gives out may be used from another thread: one per thread.
//
// Document ids are those of database(): with a delta, Xapian interleaves the two (the generation
// has the odd ids, the delta the even ones); without one they are the generation's own. They change
// meaning with every refresh() that returns true; never keep them.
//
// Xapian::DatabaseModifiedError can come out of any use of database() when a writer has committed
// to the delta twice since the last refresh(): call refresh() and do the whole request again.
class OpenIndex {
 public:
  // kAny also opens an index made by another analyser: for export and rebuild, not for searching.
  enum class Accept : std::uint8_t { kCompatible, kAny };

  // Throws Error: kIndexMissing, kIndexDamaged, kIndexIncompatible, kInputOutput.
  static OpenIndex open(const std::filesystem::path& index_dir,
                        Accept accept = Accept::kCompatible);
  ~OpenIndex();
  OpenIndex(OpenIndex&&) noexcept;
  OpenIndex& operator=(OpenIndex&&) noexcept;

  // Follows the writer: true when there is a new generation or a new commit in the delta, and so
  // everything read before is out of date. Costs some microseconds when nothing changed. Throws
  // like open(); open the index anew after that.
  bool refresh();

  // Two of the same index with the same version have the same documents under the same numbers.
  // Valid until refresh().
  const std::string& version() const;

  // Dead articles are in it: ask is_live(). Valid until refresh().
  Xapian::Database& database();
  // The two databases apart, with document ids of their own; no delta: nullptr. For counting what
  // database() matches without its interleaving. Valid until refresh().
  Xapian::Database& generation();
  Xapian::Database* delta();
  // Of the generation's documents, in its own numbering. Mapped at the first call. Throws Error:
  // kIndexDamaged, kInputOutput. Valid until refresh().
  const ArticleColumns& columns();
  // Of the generation and, if there is one, of the delta, which is read through. Valid until
  // refresh(). Throws Error{kIndexDamaged}.
  const std::vector<NameIndex>& names();
  // What is suggested while typing: of the generation, and of the delta when it has some. Mapped at
  // the first call, like columns().
  const PhraseTable& phrases();
  const PhraseTable* delta_phrases();
  // What the generation says of itself, and the fields of its articles and the delta's.
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
