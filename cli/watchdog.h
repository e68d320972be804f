// Ends the program when the index does not let a search end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace fihris::cli {

// A search looks at its time limit from time to time. In damaged blocks Xapian may go round in
// circles without ever coming back to where that is done. So a thread waits some seconds longer,
// says that the index may be damaged and ends the program with kIndexTrouble.
class Watchdog {
 public:
  // What a search takes to end when its time has come, on a busy machine too.
  static constexpr std::chrono::seconds kGrace{3};

  // For a search that may take `seconds`; 0: no watch is kept. `db` is named in the message.
  Watchdog(double seconds, std::string db, std::chrono::duration<double> grace = kGrace);
  // The search has come back.
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

 private:
  void wait(std::chrono::duration<double> patience);

  std::string db_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  std::thread thread_;  // the last member: it uses the others
};

}  // namespace fihris::cli
