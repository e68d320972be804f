#include "inspect/meanings.h"

#include <array>
#include <cstdio>

#include "fihris/store/fields.h"
#include "fihris/store/near_duplicate.h"
#include "fihris/store/token_column.h"

namespace fihris::store {
namespace {

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

std::vector<TermKind> all_term_kinds() {
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

}  // namespace

const std::vector<TermKind>& term_kinds() {
  static const std::vector<TermKind> kinds = all_term_kinds();
  return kinds;
}

std::size_t kind_of_term(std::string_view term) {
  if (term.empty() || !is_capital(term.front())) return 0;
  const std::vector<TermKind>& kinds = term_kinds();
  for (std::size_t i = 1; i + 1 < kinds.size(); ++i) {
    if (term.starts_with(kinds[i].prefix)) return i;
  }
  return kinds.size() - 1;
}

bool has_packed_wdf(std::string_view prefix) {
  return prefix.empty() || prefix == prefix::kTitle || prefix == prefix::kMonth ||
         prefix == prefix::kTitleMonth || prefix == prefix::kCompound ||
         prefix == prefix::kTitleCompound;
}

std::string meaning_of_slot(std::uint32_t slot) {
  if (slot == slot::kColumn) return "token column";
  if (slot == slot::kArticle) return "stored article";
  if (slot == slot::kSignature) return "text signature";
  for (const FieldSpec& field : kFields) {
    if (field.slot == slot) return std::string(field.name);
  }
  return "unknown";
}

std::string readable_value(std::uint32_t slot, std::string_view value) {
  if (slot == slot::kDate) return readable_date(value);
  if (slot == slot::kColumn) return readable_column(value);
  if (slot == slot::kArticle) return "packed";
  if (slot == slot::kSignature) return readable_signature(value);
  return readable_values(value);
}

bool has_readable_bounds(std::uint32_t slot) {
  return slot != slot::kColumn && slot != slot::kArticle && slot != slot::kSignature;
}

}  // namespace fihris::store
