// The months of the calendars in use in Arabic print, by all their names.
#pragma once

#include <cstdint>
#include <string_view>

namespace fihris {

struct MonthName {
  std::uint8_t month = 0;  // 1–12
  bool hijri = false;
};

// `words` is how many words belong to the name: «كانون الثاني» 2, «ديسمبر» 1, nothing 0.
struct FoundMonth {
  MonthName name;
  int words = 0;
};

// The month that a date's words `first` and `second` (may be empty) begin with; both as normalize()
// leaves them. Knows Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco, the
// Hijri months and English. Thread-safe.
FoundMonth find_month(std::string_view first, std::string_view second);

}  // namespace fihris
