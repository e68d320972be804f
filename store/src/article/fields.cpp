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

// Each field is one member of Article, and has a place of its own in records and in columns.
constexpr bool is_sound(const FieldSpec& field) {
  const auto shared = [&field](const FieldSpec& other) {
    return &other != &field &&
           (other.record == field.record || (field.slot != kNoSlot && other.slot == field.slot) ||
            (field.facet != FacetField::kNone && other.facet == field.facet));
  };
  const bool filters = !field.prefix.empty() && field.slot <= slot::kLast && !field.name.empty();
  return (field.text == nullptr) != (field.list == nullptr) && field.record < kFields.size() &&
         (field.facet == FacetField::kNone ||
          static_cast<std::size_t>(field.facet) < kFacetFields) &&
         (field.role != FieldRole::kExact || filters) &&
         std::none_of(kFields.begin(), kFields.end(), shared);
}
static_assert(std::all_of(kFields.begin(), kFields.end(), is_sound));

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

using Names = std::vector<std::string_view>;

// The names of one kind, of the fields that have one.
Names names_of(std::string_view FieldSpec::*name) {
  Names names;
  for (const FieldSpec& field : kFields) {
    if (!(field.*name).empty()) names.push_back(field.*name);
  }
  return names;
}

// `change`(value) of all values, with `between` between those that are not empty.
template <class Change>
std::string changed_values(std::string_view joined, std::string_view between, Change change) {
  std::string text;
  each_value(joined, [&](std::string_view value) {
    const std::string changed(change(value));
    if (changed.empty()) return;
    if (!text.empty()) text += between;
    text += changed;
  });
  return text;
}

}  // namespace

std::string normalized_values(std::string_view joined) {
  return changed_values(joined, std::string_view(&kTagSeparator, 1),
                        [](std::string_view value) { return normalize(value); });
}

std::string shown_values(std::string_view joined) {
  constexpr std::string_view kComma = "\u060C ";  // U+060C ARABIC COMMA
  return changed_values(joined, kComma, [](std::string_view value) { return value; });
}

std::span<const std::string> values_of(const FieldSpec& field, const Article& article) {
  if (field.list != nullptr) return article.*field.list;
  return {&(article.*field.text), 1};
}

bool is_empty(const FieldSpec& field, const Article& article) {
  return field.list != nullptr ? (article.*field.list).empty() : (article.*field.text).empty();
}

const FieldSpec* find_field(std::string_view name) {
  static const std::array<std::string, kFields.size()> arabic_names = normalized_arabic_names();
  const std::string wanted = normalize(name);
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (kFields[i].name.empty()) continue;
    // «tags» is a name of its own beside «tag»; other fields have but one in English.
    const bool in_json = kFields[i].role == FieldRole::kExact && name == kFields[i].json_name;
    if (in_json || wanted == kFields[i].name || wanted == arabic_names[i]) {
      return &kFields[i];
    }
  }
  return nullptr;
}

const FieldSpec* find_json_field(std::string_view json_name) {
  const auto* const found =
      std::find_if(kFields.begin(), kFields.end(), [json_name](const FieldSpec& field) {
        return field.json_name == json_name && !json_name.empty();
      });
  return found != kFields.end() ? found : nullptr;
}

const FieldSpec& field_of(FacetField facet) {
  return *std::find_if(kFields.begin(), kFields.end(),
                       [facet](const FieldSpec& field) { return field.facet == facet; });
}

Names json_names() { return names_of(&FieldSpec::json_name); }

Names query_names() { return names_of(&FieldSpec::name); }

Names facet_names() {
  Names names;
  for (const FieldSpec& field : kFields) {
    if (field.facet != FacetField::kNone) names.push_back(field.name);
  }
  return names;
}

std::string enumerated(const std::vector<std::string_view>& names, std::string_view conjunction) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool last = i + 1 == names.size();
    if (i > 0) text += last ? ' ' + std::string(conjunction) + ' ' : ", ";
    text += names[i];
  }
  return text;
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

std::string field_term(const FieldSpec& field, TokenKind kind, std::string_view lemma) {
  if (field.role == FieldRole::kTitle) return term_of(kind, lemma, true);
  std::string term(field.word_prefix);
  term.append(prefix_of(store::class_of(kind), false)).append(lemma);
  return bounded_term(std::move(term));
}

std::string id_term(std::string_view id) {
  return bounded_term(std::string(prefix::kId).append(id));
}

std::string date_term(std::string_view digits) {
  constexpr std::size_t kYearDigits = 4;
  constexpr std::size_t kMonthDigits = 6;
  const std::string_view prefix = digits.size() == kYearDigits    ? prefix::kYear
                                  : digits.size() == kMonthDigits ? prefix::kMonthOf
                                                                  : prefix::kDay;
  return std::string(prefix).append(digits);
}

std::string exact_term(const FieldSpec& field, std::string_view value) {
  return bounded_term(std::string(field.prefix) + normalize(value));
}

}  // namespace fihris
