#include "lemmas/lemma_table.h"

#include <cstring>

extern "C" const unsigned char fihris_lemma_image[];
extern "C" const unsigned char fihris_lemma_image_end[];

namespace fihris::stemmer::lemmas {
namespace {

using lemma_image::kEntryHeader;
using lemma_image::kFamilySlot;
using lemma_image::kHeaderSize;

std::uint32_t read_u32(const unsigned char* p) {
  return static_cast<std::uint32_t>(p[0]) | static_cast<std::uint32_t>(p[1]) << 8 |
         static_cast<std::uint32_t>(p[2]) << 16 | static_cast<std::uint32_t>(p[3]) << 24;
}

std::uint32_t read_u24(const unsigned char* p) {
  return static_cast<std::uint32_t>(p[0]) | static_cast<std::uint32_t>(p[1]) << 8 |
         static_cast<std::uint32_t>(p[2]) << 16;
}

}  // namespace

LemmaTable::LemmaTable(std::string_view image) {
  if (image.size() < kHeaderSize || image.substr(0, 4) != lemma_image::kMagic) return;
  const auto* bytes = reinterpret_cast<const unsigned char*>(image.data());
  const std::uint32_t bits = read_u32(bytes + 8);
  const std::size_t slots = bits < 28 ? std::size_t{4} << bits : image.size();
  const std::size_t entries = read_u32(bytes + 12);
  const std::size_t lemmas = read_u32(bytes + 16);
  const std::uint32_t family_bits = read_u32(bytes + 24);
  const std::size_t families = family_bits < 24 ? kFamilySlot << family_bits : image.size();
  const std::uint32_t spelling_bits = read_u32(bytes + 28);
  const std::size_t spellings = spelling_bits < 24 ? kFamilySlot << spelling_bits : image.size();
  if (kHeaderSize + slots + entries + lemmas + families + spellings != image.size()) return;
  flags_ = read_u32(bytes + 4);
  slot_bits_ = bits;
  size_ = read_u32(bytes + 20);
  identity_ = read_u32(bytes + 32) | static_cast<std::uint64_t>(read_u32(bytes + 36)) << 32;
  slots_ = bytes + kHeaderSize;
  entries_ = slots_ + slots;
  lemmas_ = entries_ + entries;
  family_bits_ = family_bits;
  families_ = lemmas_ + lemmas;
  spelling_bits_ = spelling_bits;
  spellings_ = families_ + families;
}

const LemmaTable& LemmaTable::embedded() {
  static const LemmaTable table(
      std::string_view(reinterpret_cast<const char*>(fihris_lemma_image),
                       static_cast<std::size_t>(fihris_lemma_image_end - fihris_lemma_image)));
  return table;
}

std::string_view LemmaTable::lemma_at(std::size_t offset) const {
  const unsigned char* lemma = lemmas_ + offset;
  return {reinterpret_cast<const char*>(lemma + 1),
          static_cast<std::size_t>(*lemma & lemma_image::kLemmaLength)};
}

std::string_view LemmaTable::family(std::string_view lemma) const {
  return second_of(lemma, families_, family_bits_);
}

std::string_view LemmaTable::spelling(std::string_view lemma) const {
  return second_of(lemma, spellings_, spelling_bits_);
}

std::string_view LemmaTable::second_of(std::string_view first, const unsigned char* pairs,
                                       std::uint32_t bits) const {
  if (pairs == nullptr || first.empty()) return {};
  const std::uint32_t mask = (std::uint32_t{1} << bits) - 1;
  std::uint32_t slot = lemma_image::hash_letters(first) >> (32 - bits);
  for (;; slot = (slot + 1) & mask) {
    const unsigned char* entry = pairs + kFamilySlot * slot;
    const std::uint32_t offset = read_u24(entry);
    if (offset == 0) return {};
    if (lemma_at(offset) == first) return lemma_at(read_u24(entry + 3));
  }
}

void LemmaTable::each_in_a_family(
    const std::function<void(std::string_view, std::string_view)>& visit) const {
  if (families_ == nullptr) return;
  for (std::size_t slot = 0; slot < std::size_t{1} << family_bits_; ++slot) {
    const unsigned char* entry = families_ + kFamilySlot * slot;
    const std::uint32_t lemma = read_u24(entry);
    if (lemma != 0) visit(lemma_at(lemma), lemma_at(read_u24(entry + 3)));
  }
}

LemmaEntry LemmaTable::read_entry(const unsigned char* entry) const {
  LemmaEntry found;
  found.source = static_cast<lemma_image::Source>(entry[1]);
  found.frequency = entry[2];
  found.letters_before = entry[3] >> 4;
  found.letters_behind = entry[3] & 0x0F;
  const std::size_t lemma = read_u24(entry + 4);
  found.lemma = lemma_at(lemma);
  found.inflected = (lemmas_[lemma] & lemma_image::kInflected) != 0;
  found.listed = (lemmas_[lemma] & lemma_image::kListed) != 0;
  return found;
}

std::optional<LemmaEntry> LemmaTable::find(std::string_view letters) const {
  if (slots_ == nullptr || letters.empty() || letters.size() > lemma_image::kMaxFormLength)
    return std::nullopt;
  const std::uint32_t mask = (std::uint32_t{1} << slot_bits_) - 1;
  std::uint32_t slot = lemma_image::hash_letters(letters) >> (32 - slot_bits_);
  for (;; slot = (slot + 1) & mask) {
    const std::uint32_t offset = read_u32(slots_ + std::size_t{4} * slot);
    if (offset == 0) return std::nullopt;
    const unsigned char* entry = entries_ + (offset - 1);
    if (entry[0] == letters.size() &&
        std::memcmp(entry + kEntryHeader, letters.data(), letters.size()) == 0) {
      return read_entry(entry);
    }
  }
}

}  // namespace fihris::stemmer::lemmas
