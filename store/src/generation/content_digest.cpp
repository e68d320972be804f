#include "fihris/store/internal/content_digest.h"

#include <array>
#include <charconv>

#include "bytes/hash.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/metadata.h"

namespace fihris::store {

namespace {

// Odd factors: the same bytes as a term and as a value are different things.
enum class Thing : std::uint64_t {
  kPosting = 1,
  kValue = 0x9E3779B97F4A7C15,
  kData = 0xC2B2AE3D27D4EB4F,
  kLength = 0x165667B19E3779F9,
};

std::uint64_t hash_of_thing(Thing thing, Xapian::docid id, std::uint32_t number,
                            std::string_view bytes) {
  const std::uint64_t seed = std::uint64_t{id} << 32 | number;
  return hash_of(bytes, seed) * static_cast<std::uint64_t>(thing);
}

std::uint64_t hash_of_document(Xapian::docid id, const Xapian::Document& document) {
  std::uint64_t sum = hash_of_thing(Thing::kData, id, 0, document.get_data());
  Xapian::termcount length = 0;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    sum += hash_of_thing(Thing::kPosting, id, term.get_wdf(), *term);
    length += term.get_wdf();
  }
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    sum += hash_of_thing(Thing::kValue, id, value.get_valueno(), *value);
  }
  return sum + hash_of_thing(Thing::kLength, id, length, {});
}

std::uint64_t hash_of_postings(const Xapian::Database& database) {
  std::uint64_t sum = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string name = *term;
    const auto end = database.postlist_end(name);
    for (auto posting = database.postlist_begin(name); posting != end; ++posting) {
      sum += hash_of_thing(Thing::kPosting, *posting, posting.get_wdf(), name);
    }
  }
  return sum;
}

std::uint64_t hash_of_values(const Xapian::Database& database) {
  std::uint64_t sum = 0;
  for (std::uint32_t slot = 0; slot < slot::kEnd; ++slot) {
    const auto end = database.valuestream_end(slot);
    for (auto value = database.valuestream_begin(slot); value != end; ++value) {
      sum += hash_of_thing(Thing::kValue, value.get_docid(), slot, *value);
    }
  }
  return sum;
}

std::uint64_t hash_of_data_and_lengths(const Xapian::Database& database) {
  std::uint64_t sum = 0;
  const auto end = database.postlist_end("");
  for (auto id = database.postlist_begin(""); id != end; ++id) {
    sum += hash_of_thing(Thing::kData, *id, 0, database.get_document(*id).get_data());
    sum += hash_of_thing(Thing::kLength, *id, database.get_doclength(*id), {});
  }
  return sum;
}

std::uint64_t hash_of_metadata(std::string_view info, std::string_view tombstones) {
  return hash_of(info, 1) + hash_of(tombstones, 2);
}

std::string hexadecimal(std::uint64_t number) {
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
  return {digits.data(), end};
}

}  // namespace

ContentDigest::ContentDigest(const Xapian::Database& database)
    : sum_(hash_of_postings(database) + hash_of_values(database) +
           hash_of_data_and_lengths(database)) {}

void ContentDigest::add(Xapian::docid id, const Xapian::Document& document) {
  sum_ += hash_of_document(id, document);
}

void ContentDigest::remove(Xapian::docid id, const Xapian::Document& document) {
  sum_ -= hash_of_document(id, document);
}

std::string ContentDigest::encode(std::string_view info, std::string_view tombstones) const {
  return hexadecimal(sum_) + ' ' + hexadecimal(hash_of_metadata(info, tombstones));
}

std::optional<ContentDigest> ContentDigest::decode(std::string_view encoded) {
  ContentDigest digest;
  const auto end = encoded.data() + encoded.size();
  const auto read = std::from_chars(encoded.data(), end, digest.sum_, 16);
  if (read.ec != std::errc() || read.ptr == end || *read.ptr != ' ') return std::nullopt;
  return digest;
}

bool is_as_written(const Xapian::Database& delta) {
  const std::string expected = delta.get_metadata(kDigestKey);
  if (expected.empty()) return true;
  const std::string tombstones =
      delta.get_metadata(kTombstonesKey) + delta.get_metadata(kEarlierTombstonesKey);
  return expected == ContentDigest(delta).encode(delta.get_metadata(kInfoKey), tombstones);
}

}  // namespace fihris::store
