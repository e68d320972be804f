// The layout of the lemma image that fihris-lemma-table writes at build time and LemmaTable reads
// in place.
//
//   header   "FLI3", seven little-endian u32: flags, slot bits, size of entries, size of lemmas,
//            number of forms, family bits, spelling bits;
//            u64 hash of all that follows
//   slots    2^bits u32: 0 = empty, else 1 + offset of an entry; linear probing from hash_letters()
//   entries  u8 length of the form, u8 source, u8 frequency, u8 cuts, u24 offset of the lemma, the
//            form
//   lemmas   u8 length (the high bits: kInflected, kListed), letters
//   families 2^(family bits) slots: u24 offset of a lemma, 0 = empty, u24 offset of the key of its
//            family among the lemmas; linear probing
//   spellings 2^(spelling bits) slots like those of families: a lemma and how it is spelled with
//            care, a verb as its past; only where that differs from the lemma
//
// All letters are those of letters.h. `cuts` holds the number of letters before (high nibble) and
// behind (low nibble) the core. The form is stored whole: a word that is not in the table is never
// taken for one that is.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace fihris::stemmer::lemma_image {

inline constexpr std::string_view kMagic = "FLI3";
inline constexpr std::size_t kHeaderSize = 40;
inline constexpr std::size_t kFamilySlot = 6;
inline constexpr std::size_t kEntryHeader = 7;
inline constexpr std::uint32_t kHasDictionary = 1;
// In the byte before the letters of a lemma.
inline constexpr unsigned char kLemmaLength = 0x3F;
inline constexpr unsigned char kInflected = 0x80;
inline constexpr unsigned char kListed = 0x40;
inline constexpr std::size_t kMaxFormLength = 32;

enum class Source : std::uint8_t { kCounted, kStop, kName, kException, kPlural, kTable, kVerb };

inline std::uint32_t hash_letters(std::string_view letters) {
  std::uint32_t hash = 2166136261U;  // FNV-1a, then one round of mixing: slots take the high bits
  for (const char letter : letters) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  hash ^= hash >> 15;
  return hash * 0x9E3779B1U;
}

// Counts are kept as 10 · log2(1 + count), which fits a byte up to 40 million and keeps steps of 7
// %.
inline std::uint8_t frequency_byte(std::uint64_t count) {
  const double scaled = 10.0 * std::log2(1.0 + static_cast<double>(count));
  return static_cast<std::uint8_t>(scaled > 255.0 ? 255.0 : scaled + 0.5);
}

}  // namespace fihris::stemmer::lemma_image
