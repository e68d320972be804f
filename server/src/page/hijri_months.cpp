#include "page/hijri_months.h"

#include <algorithm>
#include <vector>

#include "fihris/stemmer/calendar.h"

namespace fihris::server::page {
namespace {

// The first days of all months that the calendar is known for.
std::vector<std::chrono::sys_days> first_days() {
  std::vector<std::chrono::sys_days> days;
  for (int year = kFirstHijriYear; year <= kLastHijriYear; ++year) {
    for (int month = 1; month <= 12; ++month) {
      if (const auto day = hijri(year, month, 1)) days.emplace_back(*day);
    }
  }
  return days;
}

}  // namespace

std::optional<int> hijri_month(std::chrono::sys_days day) {
  static const std::vector<std::chrono::sys_days> firsts = first_days();
  const auto next = std::ranges::upper_bound(firsts, day);
  if (next == firsts.begin() || next == firsts.end()) return std::nullopt;
  return kFirstHijriYear * 12 + static_cast<int>(next - firsts.begin()) - 1;
}

}  // namespace fihris::server::page
