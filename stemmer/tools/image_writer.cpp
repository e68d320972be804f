#include "image_writer.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "inflection.h"

namespace fihris::lemma_tool {
namespace {

void append_number(std::string& out, std::size_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

// Every lemma once, in order of first use.
class LemmaPool {
 public:
  LemmaPool() { offset_of(""); }
  std::size_t offset_of(const std::string& lemma) {
    const auto [at, added] = offsets_.emplace(lemma, bytes_.size());
    if (added) {
      bytes_.push_back(static_cast<char>(lemma.size()));
      bytes_ += lemma;
    }
    return at->second;
  }
  void mark(const std::string& lemma, unsigned char flag) {
    char& length = bytes_[offset_of(lemma)];
    length = static_cast<char>(static_cast<unsigned char>(length) | flag);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::unordered_map<std::string, std::size_t> offsets_;
  std::string bytes_;
};

std::uint64_t hash_content(const std::string& content) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a, 64 bits
  for (const char c : content) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  return hash;
}

unsigned slot_bits_for(std::size_t forms) {
  unsigned bits = 1;
  while ((std::size_t{1} << bits) * 4 < forms * 5) ++bits;  // at most four slots of five are taken
  return bits;
}

void append_entry(std::string& entries, const std::string& letters, const Form& form,
                  std::size_t lemma) {
  entries.push_back(static_cast<char>(letters.size()));
  entries.push_back(static_cast<char>(form.source));
  entries.push_back(static_cast<char>(stemmer::lemma_image::frequency_byte(form.count)));
  entries.push_back(static_cast<char>(std::min(form.letters_before, 15U) << 4 |
                                      std::min(form.letters_behind, 15U)));
  append_number(entries, lemma, 3);
  entries += letters;
}

std::string pair_section(const std::map<std::string, std::string>& pairs, unsigned bits,
                         LemmaPool& lemmas) {
  std::vector<std::pair<std::size_t, std::size_t>> slots(std::size_t{1} << bits);
  for (const auto& [lemma, key] : pairs) {
    std::size_t slot = stemmer::lemma_image::hash_letters(lemma) >> (32 - bits);
    while (slots[slot].first != 0) slot = (slot + 1) & (slots.size() - 1);
    const std::size_t offset = lemmas.offset_of(lemma);
    slots[slot] = {offset, lemmas.offset_of(key)};
  }
  std::string section;
  for (const auto& [lemma, key] : slots) {
    append_number(section, lemma, 3);
    append_number(section, key, 3);
  }
  return section;
}

}  // namespace

std::string make_image(const Forms& forms, bool has_dictionary, const Families& families,
                       const Spellings& spellings) {
  const unsigned bits = slot_bits_for(forms.size());
  std::vector<std::size_t> slots(std::size_t{1} << bits);
  std::string entries;
  LemmaPool lemmas;
  for (const auto& [letters, form] : forms) {
    std::size_t slot = stemmer::lemma_image::hash_letters(letters) >> (32 - bits);
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = entries.size() + 1;
    append_entry(entries, letters, form, lemmas.offset_of(form.lemma));
  }
  for (const std::string& lemma : inflected_lemmas(forms)) {
    lemmas.mark(lemma, stemmer::lemma_image::kInflected);
  }
  for (const auto& [letters, form] : forms) {
    if (form.listed) lemmas.mark(form.lemma, stemmer::lemma_image::kListed);
  }
  const unsigned family_bits = slot_bits_for(families.size());
  const std::string family_slots = pair_section(families, family_bits, lemmas);
  const unsigned spelling_bits = slot_bits_for(spellings.size());
  const std::string spelling_slots = pair_section(spellings, spelling_bits, lemmas);
  std::string image(stemmer::lemma_image::kMagic);
  append_number(image, has_dictionary ? stemmer::lemma_image::kHasDictionary : 0, 4);
  append_number(image, bits, 4);
  append_number(image, entries.size(), 4);
  append_number(image, lemmas.bytes().size(), 4);
  append_number(image, forms.size(), 4);
  append_number(image, family_bits, 4);
  append_number(image, spelling_bits, 4);
  std::string content;
  for (const std::size_t offset : slots) append_number(content, offset, 4);
  content += entries + lemmas.bytes() + family_slots + spelling_slots;
  append_number(image, hash_content(content), 8);
  return image + content;
}

}  // namespace fihris::lemma_tool
