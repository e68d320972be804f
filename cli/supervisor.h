// What systemd is told of a service, by the protocol of sd_notify(3).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace fihris::cli {

// One datagram a message to the socket in NOTIFY_SOCKET; without it nothing happens. Belongs to a
// thread.
class Supervisor {
 public:
  Supervisor();

  void ready() const { tell("READY=1"); }
  void stopping() const { tell("STOPPING=1"); }
  // May be called as often as one likes: told three times in the time that WATCHDOG_USEC gives.
  void alive();

 private:
  using Clock = std::chrono::steady_clock;

  void tell(std::string_view message) const;

  std::string socket_;                     // a path, or "@name" of an abstract one
  std::chrono::microseconds interval_{0};  // 0: nobody waits for it
  Clock::time_point last_told_;
};

}  // namespace fihris::cli
