// How a page speaks: its language, digits, names of months, calendar and colours.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace fihris::server::page {

enum class Language : std::uint8_t { kArabic, kEnglish };
enum class Digits : std::uint8_t { kEuropean, kArabic };  // 0–9, ٠–٩
// Which names the months have: يناير (Egypt, the Gulf), كانون الثاني (the Levant, Iraq), جانفي
// (Algeria, Tunisia), and دجنبر for December (Morocco).
enum class MonthNames : std::uint8_t { kEgypt, kLevant, kMaghreb, kMorocco };

// Their names in addresses and settings.
inline constexpr std::array<std::string_view, 2> kLanguageNames = {"ar", "en"};
inline constexpr std::array<std::string_view, 2> kDigitNames = {"european", "arabic"};
inline constexpr std::array<std::string_view, 4> kMonthNameNames = {"egypt", "levant", "maghreb",
                                                                    "morocco"};
inline constexpr std::array<std::string_view, 2> kCalendarNames = {"gregorian", "hijri"};

// A text in both languages.
struct Phrase {
  std::string_view arabic;
  std::string_view english;
};

struct Manner {
  Language language = Language::kArabic;
  Digits digits = Digits::kEuropean;
  MonthNames months = MonthNames::kEgypt;
  bool hijri = false;  // the histogram by Hijri years and months
  std::string theme;   // "", "light" or "dark"; empty: the reader's machine says

  bool operator==(const Manner&) const = default;
  std::string_view say(const Phrase& phrase) const {
    return language == Language::kArabic ? phrase.arabic : phrase.english;
  }
  // "12,345" or «١٢٬٣٤٥».
  std::string number(std::uint64_t value) const;
  // Without separators, for years and days.
  std::string plain_number(std::uint64_t value) const;
  // «مقالان», «5 مقالات», "5 articles".
  std::string articles(std::uint64_t count) const;
  // «5 مارس 2018» of "2018-03-05T…"; of what is no date, itself.
  std::string date(std::string_view iso) const;
  // «مارس 2018», or «رمضان 1439» of "1439-09" in the Hijri calendar.
  std::string month(int year, int month, bool of_hijri) const;
};

}  // namespace fihris::server::page
