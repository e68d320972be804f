#include "months/month_table.h"

#include <algorithm>

namespace fihris::stemmer::months {
namespace {

constexpr MonthUse kContext = MonthUse::kInContext;
constexpr MonthUse kDates = MonthUse::kInDates;

constexpr MonthSpelling kSpellings[] = {
    // Egypt and the Gulf
    {"يناير", "", {1}},
    {"فبراير", "", {2}},
    {"مارس", "", {3}},
    {"ابريل", "", {4}},
    {"مايو", "", {5}},
    {"يونيو", "", {6}},
    {"يونيه", "", {6}},
    {"يوليو", "", {7}},
    {"يوليه", "", {7}},
    {"اغسطس", "", {8}},
    {"سبتمبر", "", {9}},
    {"اكتوبر", "", {10}},
    {"نوفمبر", "", {11}},
    {"ديسمبر", "", {12}},
    // The Levant and Iraq. نيسان is also a car maker, اب "father".
    {"كانون", "الثاني", {1}},
    {"كانون", "ثاني", {1}},
    {"كانون", "2", {1}},
    {"شباط", "", {2}},
    {"اذار", "", {3}},
    {"نيسان", "", {4}, kContext},
    {"ايار", "", {5}},
    {"حزيران", "", {6}},
    {"تموز", "", {7}},
    {"اب", "", {8}, kContext},
    {"ايلول", "", {9}},
    {"تشرين", "الاول", {10}},
    {"تشرين", "اول", {10}},
    {"تشرين", "1", {10}},
    {"تشرين", "الثاني", {11}},
    {"تشرين", "ثاني", {11}},
    {"تشرين", "2", {11}},
    {"كانون", "الاول", {12}},
    {"كانون", "اول", {12}},
    {"كانون", "1", {12}},
    // Algeria and Tunisia. ماي is also a surname, جوان a given name, اوت the English "out".
    {"جانفي", "", {1}},
    {"فيفري", "", {2}},
    {"افريل", "", {4}},
    {"ماي", "", {5}, kContext},
    {"جوان", "", {6}, kContext},
    {"جويليه", "", {7}},
    {"اوت", "", {8}, kContext},
    // Morocco
    {"يوليوز", "", {7}},
    {"غشت", "", {8}},
    {"شتنبر", "", {9}},
    {"نونبر", "", {11}},
    {"دجنبر", "", {12}},
    // Hijri. Names of one word are also given names, and «صفر» is zero; «ربيع آخر» is another
    // spring.
    {"محرم", "", {1, true}, kDates},
    {"المحرم", "", {1, true}, kDates},
    {"صفر", "", {2, true}, kDates},
    {"ربيع", "الاول", {3, true}},
    {"ربيع", "اول", {3, true}, kDates},
    {"ربيع", "الاخر", {4, true}},
    {"ربيع", "الثاني", {4, true}},
    {"ربيع", "اخر", {4, true}, kDates},
    {"جمادي", "الاولي", {5, true}},
    {"جمادي", "الاول", {5, true}},
    {"جمادي", "الاخره", {6, true}},
    {"جمادي", "الثانيه", {6, true}},
    {"جمادي", "الاخر", {6, true}},
    {"جمادي", "الثاني", {6, true}},
    {"رجب", "", {7, true}, kDates},
    {"شعبان", "", {8, true}, kDates},
    {"رمضان", "", {9, true}, kDates},
    {"شوال", "", {10, true}, kDates},
    {"ذو", "القعده", {11, true}},
    {"ذي", "القعده", {11, true}},
    {"ذا", "القعده", {11, true}},
    {"ذوالقعده", "", {11, true}},
    {"ذيالقعده", "", {11, true}},
    {"ذو", "الحجه", {12, true}},
    {"ذي", "الحجه", {12, true}},
    {"ذا", "الحجه", {12, true}},
    {"ذوالحجه", "", {12, true}},
    {"ذيالحجه", "", {12, true}},
    // English
    {"january", "", {1}, kDates},
    {"february", "", {2}, kDates},
    {"march", "", {3}, kDates},
    {"april", "", {4}, kDates},
    {"may", "", {5}, kDates},
    {"june", "", {6}, kDates},
    {"july", "", {7}, kDates},
    {"august", "", {8}, kDates},
    {"september", "", {9}, kDates},
    {"october", "", {10}, kDates},
    {"november", "", {11}, kDates},
    {"december", "", {12}, kDates},
    {"jan", "", {1}, kDates},
    {"feb", "", {2}, kDates},
    {"mar", "", {3}, kDates},
    {"apr", "", {4}, kDates},
    {"jun", "", {6}, kDates},
    {"jul", "", {7}, kDates},
    {"aug", "", {8}, kDates},
    {"sep", "", {9}, kDates},
    {"sept", "", {9}, kDates},
    {"oct", "", {10}, kDates},
    {"nov", "", {11}, kDates},
    {"dec", "", {12}, kDates},
};

}  // namespace

std::span<const MonthSpelling> month_spellings() { return kSpellings; }

const MonthSpelling* find_spelling(std::string_view first, std::string_view second) {
  const auto* found =
      std::find_if(std::begin(kSpellings), std::end(kSpellings),
                   [&](const MonthSpelling& s) { return s.first == first && s.second == second; });
  return found == std::end(kSpellings) ? nullptr : found;
}

}  // namespace fihris::stemmer::months

namespace fihris {

FoundMonth find_month(std::string_view first, std::string_view second) {
  if (!second.empty()) {
    if (const stemmer::months::MonthSpelling* pair = stemmer::months::find_spelling(first, second))
      return {pair->name, 2};
  }
  const stemmer::months::MonthSpelling* single = stemmer::months::find_spelling(first, {});
  return single == nullptr ? FoundMonth{} : FoundMonth{single->name, 1};
}

}  // namespace fihris
