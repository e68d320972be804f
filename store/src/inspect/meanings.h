// What the prefixes of terms and the value slots mean, in words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::store {

struct TermKind {
  std::string prefix;
  std::string meaning;
};

// All kinds of terms that are indexed, lemmas first; the last stands for terms of no known kind.
const std::vector<TermKind>& term_kinds();
// The place in term_kinds() of a term's kind.
std::size_t kind_of_term(std::string_view term);
// Whether the wdf of such terms is a packed Posting (fihris/store/posting.h).
bool has_packed_wdf(std::string_view prefix);

std::string meaning_of_slot(std::uint32_t slot);
// The value of a slot as text that a person can read.
std::string readable_value(std::uint32_t slot, std::string_view value);
// Whether smallest and largest value of the slot say something to a person.
bool has_readable_bounds(std::uint32_t slot);

}  // namespace fihris::store
