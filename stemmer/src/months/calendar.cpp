#include "fihris/stemmer/calendar.h"

#include <unicode/calendar.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

namespace fihris {

std::optional<std::chrono::year_month_day> gregorian(int year, int month, int day) {
  if (year < 1800 || year > 2200 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<std::chrono::year_month_day> hijri(int year, int month, int day) {
  if (year < kFirstHijriYear || year > kLastHijriYear || month < 1 || month > 12 || day < 1 ||
      day > 30)
    return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZone> utc(icu::TimeZone::createTimeZone("Etc/UTC"));
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*utc, icu::Locale("ar@calendar=islamic-umalqura"), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->setLenient(false);
  calendar->clear();
  calendar->set(year, month - 1, day, 12, 0, 0);
  const UDate moment = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;  // the thirtieth of a month of twenty-nine days
  const auto days = static_cast<int>(std::floor(moment / 86'400'000.0));
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(days)));
}

std::string to_iso(const std::chrono::year_month_day& date) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return buffer.data();
}

}  // namespace fihris
