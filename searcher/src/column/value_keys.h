// Which value of a field an article has, as a number that two articles share when their values are
// the same.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "fihris/store/fields.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::column {

// Of several values the first one counts; of numbers and dates the least. Those of the generation
// are read from its columns, those of the delta once from their slots. The index must outlive it,
// and not be refreshed.
class ValueKeys {
 public:
  static constexpr std::uint64_t kNone = 0;

  // `field` can be counted.
  ValueKeys(const FieldSpec& field, store::OpenIndex& index);

  // Of a document, as index.database() numbers it; kNone for what has no value.
  std::uint64_t of(Xapian::docid id) const;
  // So many different keys there are, or more; nothing is known of numbers: 0.
  std::uint64_t known() const { return known_; }

 private:
  void read_numbers(const Xapian::Database& delta);
  void read_texts(const Xapian::Database& delta);
  std::uint64_t of_generation(Xapian::docid id) const;

  const FieldSpec& field_;
  const store::ArticleColumns& columns_;
  bool has_delta_;
  std::vector<std::uint64_t> of_delta_;  // by its own document numbers
  std::uint64_t known_ = 0;
};

}  // namespace fihris::searcher::column
