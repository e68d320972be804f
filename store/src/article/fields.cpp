#include "fihris/store/fields.h"

#include <algorithm>
#include <array>

#include "article/kind_class.h"
#include "bytes/hash.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris {

namespace {

using store::KindClass;

constexpr std::size_t kHashDigits = 16;

std::size_t bytes_in_index(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

// How many bytes of `term` fit `limit` in the index without splitting a code point.
std::size_t fitting_bytes(std::string_view term, std::size_t limit) {
  std::size_t used = 0;
  std::size_t end = 0;
  for (; end < term.size(); ++end) {
    used += term[end] == '\0' ? 2 : 1;
    if (used > limit) break;
  }
  return stemmer::boundary_before(term, end);
}

void append_hex(std::string& text, std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 60; shift >= 0; shift -= 4) text.push_back(kDigits[(value >> shift) & 0xFU]);
}

std::string_view prefix_of(KindClass kind, bool in_title) {
  switch (kind) {
    case KindClass::kWord:
      return in_title ? prefix::kTitle : std::string_view();
    case KindClass::kCompound:
      return in_title ? prefix::kTitleCompound : prefix::kCompound;
    case KindClass::kMonth:
      return in_title ? prefix::kTitleMonth : prefix::kMonth;
  }
  return {};
}

std::array<std::string, kFields.size()> normalized_arabic_names() {
  std::array<std::string, kFields.size()> names;
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = normalize(kFields[i].arabic_name);
  return names;
}

}  // namespace

const FieldSpec* find_field(std::string_view name) {
  static const std::array<std::string, kFields.size()> arabic_names = normalized_arabic_names();
  const std::string wanted = normalize(name);
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (name == kFields[i].name || wanted == kFields[i].name || wanted == arabic_names[i]) {
      return &kFields[i];
    }
  }
  return nullptr;
}

std::string bounded_term(std::string term) {
  if (bytes_in_index(term) <= kMaxTermBytes) return term;
  const std::uint64_t hash = store::hash_of(term);
  term.resize(fitting_bytes(term, kMaxTermBytes - kHashDigits));
  append_hex(term, hash);
  return term;
}

std::string term_of(TokenKind kind, std::string_view lemma, bool in_title) {
  std::string term(prefix_of(store::class_of(kind), in_title));
  term.append(lemma);
  return bounded_term(std::move(term));
}

std::string id_term(std::string_view id) {
  return bounded_term(std::string(prefix::kId).append(id));
}

std::string exact_term(const FieldSpec& field, std::string_view value) {
  return bounded_term(std::string(field.prefix) + normalize(value));
}

}  // namespace fihris
