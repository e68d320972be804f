// The words of printed dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fihris {

struct MonthName {
  std::uint8_t month = 0;  // 1–12
  bool hijri = false;
};

// The month that the words `first` and `second` (keys, see phrase_key) begin with. `words` is how
// many belong to it: «كانون الثاني» 2, «ديسمبر» 1, nothing 0.
struct FoundMonth {
  MonthName name;
  int words = 0;
};
FoundMonth find_month(const std::string& first, const std::string& second);

enum class DateWord : std::uint8_t {
  kUnknown,
  kFiller,  // weekdays, «الموافق», «الساعة», «صباحا»: say nothing that is kept
  kAfternoon,  // «مساء», "pm"
  kPublished,  // «نشر», «تاريخ», "published"
  kUpdated,    // «تحديث», "updated"
  kHijri,      // «هـ», «هجري»
  kGregorian,  // «م», «ميلادي»
  kUtc,        // «غرينتش», "GMT"
};
DateWord date_word(const std::string& key);

}  // namespace fihris
