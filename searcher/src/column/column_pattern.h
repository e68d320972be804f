// A phrase, a nearness or a typed form, as it looks in the token column.
#pragma once

#include <cstdint>
#include <vector>

#include "fihris/store/token_column.h"

namespace fihris::searcher::column {

struct PatternToken {
  std::uint16_t lemma = 0;
  std::int16_t norm = kAnyForm;  // or the fingerprint of the one form wanted
  static constexpr std::int16_t kAnyForm = -1;
  friend bool operator==(const PatternToken&, const PatternToken&) = default;
};

// What a column must have. Says "yes" too often by a collision of fingerprints, never "no" wrongly.
struct ColumnPattern {
  std::vector<PatternToken> tokens;
  std::vector<PatternToken> other_order;  // when not empty, as good
  bool ordered =
      true;  // in order and adjacent; else in any order with at most `slop` others among them
  unsigned slop = 0;
  bool title_only = false;
  std::size_t anchor = 0;  // which token to look for first: one that few articles have often
  bool matches(const TokenColumn& column) const;
};

}  // namespace fihris::searcher::column
