// The one table of month names.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "fihris/stemmer/month_names.h"

namespace fihris::stemmer::months {

// Where a name is a month.
enum class MonthUse : std::uint8_t {
  kAnywhere,   // in running text
  kInContext,  // in running text where the words around say so
  kInDates,    // only where a date is expected: it is a word or a name as well
};

struct MonthSpelling {
  std::string_view first;   // normalised
  std::string_view second;  // empty for a name of one word
  MonthName name;
  MonthUse use = MonthUse::kAnywhere;
};

std::span<const MonthSpelling> month_spellings();
// The name of one word, or of two; nullptr for none.
const MonthSpelling* find_spelling(std::string_view first, std::string_view second);

}  // namespace fihris::stemmer::months
