#include "page/manner.h"

#include <array>
#include <charconv>
#include <optional>

namespace fihris::server::page {
namespace {

using Months = std::array<std::string_view, 12>;

constexpr Months kEgypt = {"يناير", "فبراير", "مارس",   "أبريل",  "مايو",   "يونيو",
                           "يوليو", "أغسطس",  "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
constexpr Months kLevant = {"كانون الثاني", "شباط",        "آذار",         "نيسان",
                            "أيار",         "حزيران",      "تموز",         "آب",
                            "أيلول",        "تشرين الأول", "تشرين الثاني", "كانون الأول"};
constexpr Months kMaghreb = {"جانفي",  "فيفري", "مارس",   "أفريل",  "ماي",    "جوان",
                             "جويلية", "أوت",   "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};
constexpr Months kMorocco = {"يناير",  "فبراير", "مارس",  "أبريل",  "ماي",   "يونيو",
                             "يوليوز", "غشت",    "شتنبر", "أكتوبر", "نونبر", "دجنبر"};
constexpr Months kEnglish = {"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
constexpr Months kHijri = {"محرم",         "صفر",          "ربيع الأول", "ربيع الآخر",
                           "جمادى الأولى", "جمادى الآخرة", "رجب",        "شعبان",
                           "رمضان",        "شوال",         "ذو القعدة",  "ذو الحجة"};
constexpr Months kHijriEnglish = {"Muharram", "Safar",     "Rabi I",       "Rabi II",
                                  "Jumada I", "Jumada II", "Rajab",        "Sha‘ban",
                                  "Ramadan",  "Shawwal",   "Dhu al-Qa‘da", "Dhu al-Hijja"};

const Months& names_of(const Manner& manner, bool hijri) {
  if (manner.language == Language::kEnglish) return hijri ? kHijriEnglish : kEnglish;
  if (hijri) return kHijri;
  switch (manner.months) {
    case MonthNames::kLevant:
      return kLevant;
    case MonthNames::kMaghreb:
      return kMaghreb;
    case MonthNames::kMorocco:
      return kMorocco;
    case MonthNames::kEgypt:
      break;
  }
  return kEgypt;
}

// Digits as Manner wants them; others as they are.
std::string with_digits(std::string_view text, Digits digits) {
  if (digits == Digits::kEuropean) return std::string(text);
  static constexpr std::array<std::string_view, 10> kArabic = {"٠", "١", "٢", "٣", "٤",
                                                               "٥", "٦", "٧", "٨", "٩"};
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += kArabic[static_cast<std::size_t>(c - '0')];
    } else if (c == ',') {
      out += "٬";  // U+066C ARABIC THOUSANDS SEPARATOR
    } else {
      out += c;
    }
  }
  return out;
}

// The number in all of `text`, which has `digits` digits.
std::optional<int> number_in(std::string_view text, std::size_t digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.size() != digits || error != std::errc() || end != text.data() + text.size() ||
      value < 0)
    return std::nullopt;
  return value;
}

}  // namespace

std::string Manner::number(std::uint64_t value) const {
  std::string text = std::to_string(value);
  for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
  return with_digits(text, digits);
}

std::string Manner::plain_number(std::uint64_t value) const {
  return with_digits(std::to_string(value), digits);
}

std::string Manner::articles(std::uint64_t count) const {
  if (language == Language::kEnglish)
    return number(count) + (count == 1 ? " article" : " articles");
  if (count == 0) return "لا مقالات";
  if (count == 1) return "مقال واحد";
  if (count == 2) return "مقالان";
  const std::uint64_t rest = count % 100;
  if (rest >= 3 && rest <= 10) return number(count) + " مقالات";
  return number(count) + (rest >= 11 ? " مقالًا" : " مقال");
}

std::string Manner::month(int year, int month, bool of_hijri) const {
  const std::string_view name = names_of(*this, of_hijri).at(static_cast<std::size_t>(month - 1));
  return std::string(name) + ' ' + plain_number(static_cast<std::uint64_t>(year));
}

std::string Manner::date(std::string_view iso) const {
  const auto year = number_in(iso.substr(0, 4), 4);
  if (!year) return std::string(iso);
  if (iso.size() == 4) return plain_number(static_cast<std::uint64_t>(*year));
  const auto month_number = number_in(iso.substr(std::min<std::size_t>(5, iso.size()), 2), 2);
  if (iso[4] != '-' || !month_number || *month_number < 1 || *month_number > 12)
    return std::string(iso);
  const std::string month_text = month(*year, *month_number, false);
  const auto day = iso.size() < 10 ? std::nullopt : number_in(iso.substr(8, 2), 2);
  if (!day) return month_text;
  return plain_number(static_cast<std::uint64_t>(*day)) + ' ' + month_text;
}

}  // namespace fihris::server::page
