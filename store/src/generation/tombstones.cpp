#include "fihris/store/internal/tombstones.h"

#include <bit>

#include "bytes/numbers.h"
#include "fihris/store/error.h"

namespace fihris::store {

namespace {

constexpr std::string_view kNoTombstones{"\0", 1};

Error garbled() {
  return {ErrorCode::kIndexDamaged, "the list of deleted articles in the index is garbled",
          "Run `fihris check --db DIR` to see which files are damaged."};
}

std::uint64_t take_number(std::string_view& bytes) {
  const std::optional<std::uint64_t> number = take_varint(bytes);
  if (!number) throw garbled();
  return *number;
}

}  // namespace

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
  // No documents: takes the place of a list where no bytes would leave that where it is.
  if (bytes == kNoTombstones) return result;
  std::uint64_t id = 0;
  while (!bytes.empty()) {
    const std::optional<std::uint64_t> step = take_varint(bytes);
    // A document id is never 0, so neither is a step. The bound keeps garbled bytes from asking for
    // a huge bitmap.
    if (!step || *step == 0 || *step > last || id + *step > last) {
      throw garbled();
    }
    id += *step;
    result.insert(static_cast<DocId>(id));
  }
  return result;
}

std::string encode_of_parts(const TombstonesOfParts& parts) {
  std::string bytes;
  append_varint(bytes, parts.size());
  for (const auto& [number, dead] : parts) {
    const std::string list = dead.encode();
    append_varint(bytes, number);
    append_varint(bytes, list.size());
    bytes += list;
  }
  return bytes;
}

Tombstones decode_of_part(std::string_view bytes, std::uint64_t part, DocId last) {
  if (bytes.empty()) return {};
  for (std::uint64_t left = take_number(bytes); left > 0; --left) {
    const std::uint64_t number = take_number(bytes);
    const std::uint64_t size = take_number(bytes);
    if (size > bytes.size()) throw garbled();
    if (number == part) return Tombstones::decode(bytes.substr(0, size), last);
    bytes.remove_prefix(size);
  }
  return {};
}

}  // namespace fihris::store
