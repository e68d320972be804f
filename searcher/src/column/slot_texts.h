// Values of some documents, read in the order they lie on disk.
#pragma once

#include <xapian.h>

#include <cstdint>

namespace fihris::searcher::column {

// Calls visit(id, text of the slot) for each of the ids, which ascend, that has one.
template <class Ids, class Visit>
void each_slot_text(const Xapian::Database& database, std::uint32_t slot, const Ids& ids,
                    Visit visit) {
  Xapian::ValueIterator value = database.valuestream_begin(slot);
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (const Xapian::docid id : ids) {
    if (value == end) return;
    value.skip_to(id);
    if (value == end) return;
    if (value.get_docid() == id) visit(id, *value);
  }
}

}  // namespace fihris::searcher::column
