#include "inspect/meanings.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <span>
#include <utility>

#include "fihris/store/fields.h"
#include "fihris/store/internal/attribute_values.h"
#include "fihris/store/near_duplicate.h"
#include "fihris/store/token_column.h"

namespace fihris::store {
namespace {

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

std::vector<TermKind> all_term_kinds(const FieldTable& fields) {
  std::vector<TermKind> kinds{
      {"", "lemma"},
      {std::string(prefix::kTitle), "lemma in the title"},
      {std::string(prefix::kMonth), "month"},
      {std::string(prefix::kTitleMonth), "month in the title"},
      {std::string(prefix::kCompound), "whole compound"},
      {std::string(prefix::kTitleCompound), "whole compound in the title"},
      {std::string(prefix::kLength), "length of the article"},
      {std::string(prefix::kId), "id"},
  };
  for (const FieldSpec& field : kFields) {
    if (field.role == FieldRole::kExact) {
      kinds.push_back({std::string(field.prefix), std::string(field.name)});
    }
  }
  for (const FieldSpec& field : fields.own()) {
    const std::string name(field.name);
    if (!field.prefix.empty()) kinds.push_back({std::string(field.prefix), name});
    if (!field.word_prefix.empty()) {
      kinds.push_back({std::string(field.word_prefix), "lemma in " + name});
    }
  }
  kinds.push_back({std::string(store::kPresencePrefix), "null, empty or without a value"});
  kinds.push_back({std::string(prefix::kDay), "day"});
  kinds.push_back({std::string(prefix::kMonthOf), "month of a year"});
  kinds.push_back({std::string(prefix::kYear), "year"});
  kinds.push_back({"?", "unknown prefix"});
  return kinds;
}

std::string readable_date(std::string_view digits) {
  if (digits.size() != 14) return std::string(digits);
  std::string text;
  constexpr std::array<std::size_t, 6> kSizes{4, 2, 2, 2, 2, 2};
  constexpr std::array<const char*, 6> kAfter{"-", "-", " ", ":", ":", " UTC"};
  for (std::size_t i = 0; i < kSizes.size(); ++i) {
    text.append(digits.substr(0, kSizes[i])).append(kAfter[i]);
    digits.remove_prefix(kSizes[i]);
  }
  return text;
}

std::string readable_column(std::string_view value) {
  const TokenColumn column(value);
  return std::to_string(column.size()) + " tokens, " + std::to_string(column.title_size()) +
         " of them the title's";
}

std::string readable_signature(std::string_view value) {
  const TextSignature signature = decode_signature(value);
  if (signature.empty()) return "not readable";
  std::string text;
  for (const std::uint64_t word : signature.words) {
    std::array<char, 20> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(word));
    if (!text.empty()) text.push_back(' ');
    text += digits.data();
  }
  return text;
}

std::string readable_values(std::string_view joined) {
  std::string text;
  for (const char letter : joined) {
    if (letter == kTagSeparator) {
      text += " | ";
    } else {
      text.push_back(letter);
    }
  }
  return text;
}

std::string readable_numbers(std::string_view keys) {
  std::string text;
  for (; keys.size() >= kNumberBytes; keys.remove_prefix(kNumberBytes)) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.15g", number_of(keys));
    if (!text.empty()) text += " | ";
    text += digits.data();
  }
  return text;
}

}  // namespace

Meanings::Meanings(FieldTable fields)
    : fields_(std::move(fields)), kinds_(all_term_kinds(fields_)) {}

std::size_t Meanings::kind_of_term(std::string_view term) const {
  if (term.empty() || !is_capital(term.front())) return 0;
  for (std::size_t i = 1; i + 1 < kinds_.size(); ++i) {
    if (term.starts_with(kinds_[i].prefix)) return i;
  }
  return kinds_.size() - 1;
}

bool Meanings::has_packed_wdf(std::string_view prefix) const {
  constexpr std::array<std::string_view, 6> kPacked{"",
                                                    prefix::kTitle,
                                                    prefix::kMonth,
                                                    prefix::kTitleMonth,
                                                    prefix::kCompound,
                                                    prefix::kTitleCompound};
  const std::span<const FieldSpec> own = fields_.own();
  return std::find(kPacked.begin(), kPacked.end(), prefix) != kPacked.end() ||
         std::any_of(own.begin(), own.end(),
                     [prefix](const FieldSpec& field) { return field.word_prefix == prefix; });
}

std::uint32_t Meanings::slots() const {
  const std::size_t own = fields_.own().size();
  return own == 0 ? slot::kLast + 1 : slot::kFirstOwn + 2 * static_cast<std::uint32_t>(own);
}

const FieldSpec* Meanings::own_field(std::uint32_t slot) const {
  if (slot < slot::kFirstOwn || slot >= slots()) return nullptr;
  return &fields_.own()[(slot - slot::kFirstOwn) / 2];
}

std::string Meanings::meaning_of_slot(std::uint32_t slot) const {
  if (slot == slot::kColumn) return "token column";
  if (slot == slot::kArticle) return "stored article";
  if (slot == slot::kSignature) return "text signature";
  for (const FieldSpec& field : kFields) {
    if (field.slot == slot) return std::string(field.name);
  }
  const FieldSpec* own = own_field(slot);
  if (own == nullptr) return "unknown";
  return (slot == own->slot ? "" : "order of ") + std::string(own->name);
}

std::string Meanings::readable_value(std::uint32_t slot, std::string_view value) const {
  if (slot == slot::kDate) return readable_date(value);
  if (slot == slot::kColumn) return readable_column(value);
  if (slot == slot::kArticle) return "packed";
  if (slot == slot::kSignature) return readable_signature(value);
  const FieldSpec* own = own_field(slot);
  if (own != nullptr && sorts_as_number(*own->attribute)) return readable_numbers(value);
  if (own != nullptr && slot == own->sort_slot) return std::to_string(value.size()) + " bytes";
  return readable_values(value);
}

bool Meanings::has_readable_bounds(std::uint32_t slot) {
  return slot != slot::kColumn && slot != slot::kArticle && slot != slot::kSignature;
}

}  // namespace fihris::store
