// Days in the Hijri calendar.
#pragma once

#include <chrono>
#include <optional>

namespace fihris::server::page {

// The Hijri month of a day by the Umm al-Qura calendar, counted in months from the year 0: 1439-09
// is 1439 * 12 + 8. Nothing for days outside of 1300 to 1600. Thread-safe.
std::optional<int> hijri_month(std::chrono::sys_days day);

}  // namespace fihris::server::page
