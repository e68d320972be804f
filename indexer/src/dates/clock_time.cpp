#include "dates/clock_time.h"

#include <array>
#include <cstdio>

namespace fihris::indexer::dates {

std::string to_iso(const ClockTime& time) {
  std::array<char, 16> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", time.hour, time.minute,
                time.second);
  return buffer.data();
}

bool is_valid(const ClockTime& time) {
  return time.hour >= 0 && time.hour <= 23 && time.minute >= 0 && time.minute <= 59 &&
         time.second >= 0 && time.second <= 60;
}

}  // namespace fihris::indexer::dates
