#include "watchdog.h"

#include <cstdlib>
#include <utility>

#include "exit_code.h"
#include "output.h"

namespace fihris::cli {

Watchdog::Watchdog(double seconds, std::string db, std::chrono::duration<double> grace)
    : db_(std::move(db)) {
  const std::chrono::duration<double> patience = std::chrono::duration<double>(seconds) + grace;
  if (seconds > 0) thread_ = std::thread([this, patience] { wait(patience); });
}

Watchdog::~Watchdog() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Watchdog::wait(std::chrono::duration<double> patience) {
  std::unique_lock lock(mutex_);
  if (changed_.wait_for(lock, patience, [this] { return done_; })) return;
  complain("the search in " + db_ + " does not come to an end " + fixed(patience.count(), 0) +
               " seconds after it began; the index may be damaged.",
           "Run `fihris check --db DIR` to see, or give it a longer --timeout.");
  std::_Exit(kIndexTrouble);
}

}  // namespace fihris::cli
