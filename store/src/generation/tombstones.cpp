#include "fihris/store/internal/tombstones.h"

#include <bit>

#include "bytes/numbers.h"
#include "fihris/store/error.h"

namespace fihris::store {

bool Tombstones::insert(DocId id) {
  const std::size_t word = id / 64;
  if (word >= words_.size()) words_.resize(word + 1);
  const std::uint64_t bit = std::uint64_t{1} << (id % 64);
  if ((words_[word] & bit) != 0) return false;
  words_[word] |= bit;
  ++size_;
  return true;
}

void Tombstones::insert_all(const Tombstones& other) {
  for (const DocId id : other.ids()) insert(id);
}

std::vector<DocId> Tombstones::ids() const {
  std::vector<DocId> ids;
  ids.reserve(size_);
  for (std::size_t word = 0; word < words_.size(); ++word) {
    for (std::uint64_t left = words_[word]; left != 0; left &= left - 1) {
      ids.push_back(
          static_cast<DocId>(word * 64 + static_cast<std::size_t>(std::countr_zero(left))));
    }
  }
  return ids;
}

std::string Tombstones::encode() const {
  std::string bytes;
  DocId previous = 0;
  for (const DocId id : ids()) {
    append_varint(bytes, id - previous);
    previous = id;
  }
  return bytes;
}

Tombstones Tombstones::decode(std::string_view bytes, DocId last) {
  Tombstones result;
  std::uint64_t id = 0;
  while (!bytes.empty()) {
    const std::optional<std::uint64_t> step = take_varint(bytes);
    // A document id is never 0, so neither is a step. The bound keeps garbled bytes from asking for
    // a huge bitmap.
    if (!step || *step == 0 || *step > last || id + *step > last) {
      throw Error(ErrorCode::kIndexDamaged, "the list of deleted articles in the index is garbled",
                  "Run `fihris check --db DIR` to see which files are damaged.");
    }
    id += *step;
    result.insert(static_cast<DocId>(id));
  }
  return result;
}

}  // namespace fihris::store
