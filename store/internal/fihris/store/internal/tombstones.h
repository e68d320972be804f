// Which Xapian documents of a part no longer count.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::store {

using DocId = std::uint32_t;  // Xapian::docid, without its header

// A set of document ids as a bitmap: one bit per document up to the largest member.
class Tombstones {
 public:
  // False when it was a member already.
  bool insert(DocId id);
  bool contains(DocId id) const {
    const std::size_t word = id / 64;
    return word < words_.size() && ((words_[word] >> (id % 64)) & 1U) != 0;
  }
  void insert_all(const Tombstones& other);
  std::uint64_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // Ascending.
  std::vector<DocId> ids() const;

  // Ascending ids as differences, each a little-endian base-128 number.
  std::string encode() const;
  // Throws Error{kIndexDamaged} when the bytes are not such a list, or have an id above `last`.
  static Tombstones decode(std::string_view bytes, DocId last);

 private:
  std::vector<std::uint64_t> words_;
  std::uint64_t size_ = 0;
};

// Of several parts, by their numbers.
using TombstonesOfParts = std::map<std::uint64_t, Tombstones>;
// Never empty: how many parts there are, then of each its number, the length of its list and the
// list. Numbers are as in the lists.
std::string encode_of_parts(const TombstonesOfParts& parts);
// The list of one part, empty when there is none for it. Throws as decode().
Tombstones decode_of_part(std::string_view bytes, std::uint64_t part, DocId last);

}  // namespace fihris::store
