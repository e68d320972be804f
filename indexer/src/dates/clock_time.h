// The time of day as it is written down.
#pragma once

#include <string>

namespace fihris::indexer::dates {

struct ClockTime {
  int hour = 0;
  int minute = 0;
  int second = 0;
};
bool is_valid(const ClockTime& time);
// "T18:05:00"
std::string to_iso(const ClockTime& time);

}  // namespace fihris::indexer::dates
