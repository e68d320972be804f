// A checksum of what a delta holds: Xapian has none, and the files of a delta change with every
// commit.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihris::store {

// The sum, modulo 2^64, of a hash of each thing that a search reads: every posting with its count,
// every value, the data and the length of every document. A sum, so that a change costs the
// documents that change and no more. Guards against accidents, not against a forger.
class ContentDigest {
 public:
  ContentDigest() = default;
  // Everything in `database`, read the way a search reads it.
  explicit ContentDigest(const Xapian::Database& database);

  void add(Xapian::docid id, const Xapian::Document& document);
  void remove(Xapian::docid id, const Xapian::Document& document);

  // For kDigestKey: this digest, and a hash of what the other keys hold; `tombstones` are those of
  // all parts in turn, the delta's own first.
  std::string encode(std::string_view info, std::string_view tombstones) const;
  // The digest in a value of kDigestKey; nothing when that is none.
  static std::optional<ContentDigest> decode(std::string_view encoded);

 private:
  std::uint64_t sum_ = 0;
};

// Whether the database is what its digest says; true for one that has none.
bool is_as_written(const Xapian::Database& delta);

}  // namespace fihris::store
