// The time of day as it is written down.
#pragma once

#include <array>
#include <cstdio>
#include <string>

namespace fihris::indexer::dates {

struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

inline bool is_valid(const ClockTime& time) {
  return time.hour >= 0 && time.hour <= 23 && time.minute >= 0 && time.minute <= 59 &&
         time.second >= 0 && time.second <= 60;
}

// "T18:05:00"
inline std::string to_iso(const ClockTime& time) {
  std::array<char, 40> buffer{};  // more than three ints may print
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", time.hour, time.minute,
                time.second);
  return buffer.data();
}

}  // namespace fihris::indexer::dates
