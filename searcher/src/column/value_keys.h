// Which value of a field an article has, as a number that two articles share when their values are
// the same.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/fields.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::column {

// Of several values the first one counts; of numbers and dates the least. Those of the parts are
// read from their columns, those of the delta once from their slots. Each part numbers its values
// by itself: those of the oldest count, and a value of another is looked up there when it is first
// met. The index must outlive it, and not be refreshed.
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
  std::uint64_t key_of_text(std::string_view text) const;

  struct Shard {
    const store::ArticleColumns* columns = nullptr;  // null: the delta
    // Of a part's values, kNone until they are met; of the delta's documents.
    mutable std::vector<std::uint64_t> keys;
  };

  const FieldSpec& field_;
  store::OpenIndex& index_;
  std::vector<Shard> shards_;
  mutable std::map<std::string, std::uint64_t, std::less<>> fresh_;  // not in the oldest part
  mutable std::uint64_t next_ = 0;                                   // key of the next of those
  std::uint64_t known_ = 0;
};

}  // namespace fihris::searcher::column
