// Months in running text, as one token a month: names of every calendar in use in Arabic print, and
// the figures of dates.
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
    kMonth,    // is a month name by itself: ديسمبر
    kMaybe,    // is one where the context says so: ماي, نيسان, آب
    kFirst,    // opens a name of two words: كانون, ربيع, ذو
    kDate,     // the month of a date in figures, decided per place: 23/12/2024
    kBefore,   // makes kMaybe a month when before it: شهر, في
    kAfter,    // … when after it: الماضي
    kRefuses,  // makes kDate a mere number when before it: رقم
  } kind = Kind::kNone;
  std::uint8_t month = 0;  // kMonth, kMaybe, kDate: 1–12, Hijri ones 13–24
};
MonthRole month_role(std::string_view printed, std::string_view norm);

// Whether a month may begin here.
bool opens_month(MonthRole role);

// Replaces the months in a token sequence by kMonth tokens, which keep the words as extra tokens.
// `roles` runs beside `tokens`; `text` is what was analysed. Lemmas of the new tokens are views of
// static text.
void join_months(std::string_view text, const std::vector<MonthRole>& roles,
                 std::vector<Token>& tokens);

// "m01" … "m12"; for 13 … 24 "h01" … "h12".
std::string_view month_lemma(std::uint8_t month);

}  // namespace fihris
