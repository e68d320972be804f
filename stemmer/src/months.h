// Month names of the calendar systems in use in Arabic print, as one token a month.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris {

// What a word can be in a month name; decided once per word, from its printed and folded form.
struct MonthRole {
  enum class Kind : std::uint8_t {
    kNone,
    kMonth,   // is a month name by itself: ديسمبر
    kMaybe,   // is one where the context says so: ماي, نيسان, آب
    kFirst,   // opens a name of two words: كانون, تشرين
    kSecond,  // closes one: الأول, الثاني, and the numbers 1 and 2
    kBefore,  // makes kMaybe a month when before it: شهر, في
    kAfter,   // … when after it: الماضي
  } kind = Kind::kNone;
  std::uint8_t month = 0;  // kMonth, kMaybe: 1–12; kFirst: of «… الأول»; kSecond: 1 or 2
};
MonthRole month_role(std::string_view printed, std::string_view norm);

// Replaces the month names in a token sequence by kMonth tokens, which keep the words as extra
// tokens. `roles` runs beside `tokens`; `text` is what was analysed. Lemmas and norms of the new
// tokens are views of static text.
void join_months(std::string_view text, const std::vector<MonthRole>& roles,
                 std::vector<Token>& tokens);

// "m01" … "m12".
std::string_view month_lemma(std::uint8_t month);

}  // namespace fihris
