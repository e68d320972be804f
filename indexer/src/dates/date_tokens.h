// A printed date as numbers, words and marks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::dates {

struct DateToken {
  enum class Kind : std::uint8_t { kNumber, kWord, kMark } kind = Kind::kMark;
  int value = 0;     // of a number
  int digits = 0;    // of a number
  std::string word;  // as in the text
};

// Takes normalised text: digits are ASCII. Empty when it holds what no date holds, a number of more
// than eight digits.
std::vector<DateToken> date_tokens(const std::string& text);

// What a word of a printed date says, beside the names of months.
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

// The offset of a zone that is named in mail and news feeds: "est" → "-05:00". Empty for all else,
// also for names that several zones share.
std::string_view zone_offset(std::string_view key);

}  // namespace fihris::indexer::dates
