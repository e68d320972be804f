// Dates written in figures: «23/12/2024», «٢٠٢٤-١٢».
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tokens/tokenizer.h"

namespace fihris::stemmer::tokens {

// Pieces [first, end) are a date of the Gregorian calendar, `month` names the piece of the month.
struct NumericDate {
  std::size_t first = 0;
  std::size_t end = 0;  // 0: no date
  std::size_t month_piece = 0;
  std::uint8_t month = 0;  // 1–12
  bool has_time = false;   // the time of day follows: "2024-12-08T10:00:00Z"
};

// Whether pieces [first, last), one chain, are a date. Year and month, or day, month and year, with
// the year of four digits at one end, and one kind of separator: - / . or U+060D. Day before month
// where only the order tells. Letters of an Arabic word may touch it: «23/12/2024م»; a time in the
// manner of ISO 8601 may follow. Not for «3-2», «2020-2024», "2024.1.2" and other numbers with such
// signs.
NumericDate find_numeric_date(std::string_view text, const std::vector<Piece>& pieces,
                              std::size_t first, std::size_t last);

}  // namespace fihris::stemmer::tokens
