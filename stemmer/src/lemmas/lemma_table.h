// Form → lemma, read in place from the image embedded in the library.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "lemmas/lemma_image.h"

namespace fihris::stemmer::lemmas {

struct LemmaEntry {
  lemma_image::Source source = lemma_image::Source::kCounted;
  std::uint8_t frequency = 0;  // 10 · log2(1 + count in the archive the counts were made from)
  std::uint8_t letters_before = 0;  // proclitics
  std::uint8_t letters_behind = 0;  // enclitic pronoun
  std::string_view lemma;           // folded letters; empty for a form that was only counted
  bool inflected = false;           // the lemma was counted in several forms, so is hardly a name
  bool listed = false;              // a dictionary or a list of nouns and verbs knows the lemma
};

// Thread-safe, lives as long as the process, no start-up cost: pages are read when first used.
class LemmaTable {
 public:
  static const LemmaTable& embedded();
  // `image` must outlive the table. An image this program cannot read gives an empty table.
  explicit LemmaTable(std::string_view image);

  // `letters`: a form as printed or folded, exactly.
  std::optional<LemmaEntry> find(std::string_view letters) const;
  // visit(letters, entry) for every form, in no particular order.
  template <class Visit>
  void for_each(Visit visit) const;

  // The key of the derivational family of `lemma` (letters); empty when it has none.
  std::string_view family(std::string_view lemma) const;
  // How `lemma` is spelled with care, in letters; empty when no otherwise.
  std::string_view spelling(std::string_view lemma) const;
  // visit(lemma, key) for every lemma with a family, in no particular order.
  void each_in_a_family(const std::function<void(std::string_view, std::string_view)>& visit) const;

  bool has_dictionary() const { return (flags_ & lemma_image::kHasDictionary) != 0; }
  std::uint32_t size() const { return size_; }
  // Changes whenever the content does.
  std::uint64_t identity() const { return identity_; }

 private:
  LemmaEntry read_entry(const unsigned char* entry) const;
  std::string_view lemma_at(std::size_t offset) const;
  // In one of the tables of pairs of lemmas.
  std::string_view second_of(std::string_view first, const unsigned char* pairs,
                             std::uint32_t bits) const;

  const unsigned char* slots_ = nullptr;
  const unsigned char* entries_ = nullptr;
  const unsigned char* lemmas_ = nullptr;
  const unsigned char* families_ = nullptr;
  std::uint32_t flags_ = 0;
  std::uint32_t slot_bits_ = 0;
  const unsigned char* spellings_ = nullptr;
  std::uint32_t family_bits_ = 0;
  std::uint32_t spelling_bits_ = 0;
  std::uint32_t size_ = 0;
  std::uint64_t identity_ = 0;
};

template <class Visit>
void LemmaTable::for_each(Visit visit) const {
  const unsigned char* entry = entries_;
  for (std::uint32_t i = 0; i < size_; ++i) {
    const auto* form = reinterpret_cast<const char*>(entry + lemma_image::kEntryHeader);
    visit(std::string_view(form, entry[0]), read_entry(entry));
    entry += lemma_image::kEntryHeader + entry[0];
  }
}

}  // namespace fihris::stemmer::lemmas
