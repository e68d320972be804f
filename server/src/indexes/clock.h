// The time as the protocol writes it.
#pragma once

#include <chrono>
#include <string>

namespace fihris::server::indexes {

// "2026-11-28T02:31:58.123456000Z"
std::string iso_time(std::chrono::system_clock::time_point time);
std::string iso_now();

}  // namespace fihris::server::indexes
