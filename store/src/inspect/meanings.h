// What the prefixes of terms and the value slots mean, in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/field_table.h"

namespace fihris::store {

struct TermKind {
  std::string prefix;
  std::string meaning;
};

// Of an index with these fields.
class Meanings {
 public:
  explicit Meanings(FieldTable fields);

  // All kinds of terms that are indexed, lemmas first; the last stands for terms of no known kind.
  const std::vector<TermKind>& term_kinds() const { return kinds_; }
  // The place in term_kinds() of a term's kind.
  std::size_t kind_of_term(std::string_view term) const;
  // Whether the wdf of such terms is a packed Posting (fihris/store/posting.h).
  bool has_packed_wdf(std::string_view prefix) const;

  // All slots there may be are below.
  std::uint32_t slots() const;
  std::string meaning_of_slot(std::uint32_t slot) const;
  // The value of a slot as text that a person can read.
  std::string readable_value(std::uint32_t slot, std::string_view value) const;
  // Whether smallest and largest value of the slot say something to a person.
  static bool has_readable_bounds(std::uint32_t slot);

 private:
  const FieldSpec* own_field(std::uint32_t slot) const;

  FieldTable fields_;
  std::vector<TermKind> kinds_;
};

}  // namespace fihris::store
