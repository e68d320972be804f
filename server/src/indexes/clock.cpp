#include "indexes/clock.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace fihris::server::indexes {

std::string iso_time(std::chrono::system_clock::time_point time) {
  const auto micros =
      std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
  const std::time_t seconds = static_cast<std::time_t>(micros / 1'000'000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 64> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S", &parts);
  std::array<char, 24> fraction{};
  std::snprintf(fraction.data(), fraction.size(), ".%06d000Z",
                static_cast<int>(micros % 1'000'000));
  return std::string(text.data(), size) + fraction.data();
}

std::string iso_now() { return iso_time(std::chrono::system_clock::now()); }

}  // namespace fihris::server::indexes
