// A stretch of whole days.
#pragma once

#include <chrono>

namespace fihris::query {

struct DayRange {
  std::chrono::sys_days first;
  std::chrono::sys_days last;  // belongs to it
};

}  // namespace fihris::query
