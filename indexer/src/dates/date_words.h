// The words of printed dates beside the names of months.
#pragma once

#include <cstdint>
#include <string>

namespace fihris::indexer::dates {

enum class DateWord : std::uint8_t {
  kUnknown,
  kFiller,  // weekdays, «الموافق», «الساعة», «صباحا»: say nothing that is kept
  kAfternoon,  // «مساء», "pm"
  kPublished,  // «نشر», «تاريخ», "published"
  kUpdated,    // «تحديث», "updated"
  kHijri,      // «هـ», «هجري»
  kGregorian,  // «م», «ميلادي»
  kUtc,        // «غرينتش», "GMT"
  kHour,       // «الساعة»: an hour follows
  kIssue,      // «العدد»: the number of a newspaper's issue follows
};
DateWord date_word(const std::string& key);

}  // namespace fihris::indexer::dates
