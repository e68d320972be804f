#include "text/number_text.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace fihris::searcher::text {

std::string number_text(double number) {
  std::array<char, 32> digits{};
  const bool whole =
      number ==
      static_cast<double>(static_cast<long long>(number > -1e15 && number < 1e15 ? number : 0.5));
  const auto end = whole ? std::to_chars(digits.data(), digits.data() + digits.size(),
                                         static_cast<long long>(number))
                         : std::to_chars(digits.data(), digits.data() + digits.size(), number);
  return {digits.data(), end.ptr};
}

std::string moment_text(double seconds) {
  using std::chrono::days;
  const std::chrono::sys_seconds moment{std::chrono::seconds(static_cast<std::int64_t>(seconds))};
  const auto midnight = std::chrono::floor<days>(moment);
  const std::chrono::year_month_day day(midnight);
  const std::chrono::hh_mm_ss time(moment - midnight);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  std::string date = text.data();
  if (moment == midnight) return date;
  std::snprintf(text.data(), text.size(), "T%02d:%02d:%02dZ",
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return date + text.data();
}

}  // namespace fihris::searcher::text
