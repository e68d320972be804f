#include "supervisor.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace fihris::cli {
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

}  // namespace

Supervisor::Supervisor()
    : socket_(variable("NOTIFY_SOCKET")),
      interval_(std::strtoll(variable("WATCHDOG_USEC").c_str(), nullptr, 10) / 3) {}

void Supervisor::alive() {
  const Clock::time_point now = Clock::now();
  if (interval_.count() <= 0 || now < last_told_ + interval_) return;
  last_told_ = now;
  tell("WATCHDOG=1");
}

// A service manager that does not listen is its own trouble: the service goes on.
void Supervisor::tell(std::string_view message) const {
  sockaddr_un address{};
  if (socket_.empty() || socket_.size() >= sizeof(address.sun_path)) return;
  address.sun_family = AF_UNIX;
  std::copy(socket_.begin(), socket_.end(), address.sun_path);
  // The name of an abstract socket begins with NUL.
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
  const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return;
  const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
  ::sendto(descriptor, message.data(), message.size(), MSG_NOSIGNAL,
           reinterpret_cast<const sockaddr*>(&address), size);
  ::close(descriptor);
}

}  // namespace fihris::cli
