// The time a request may take.
#pragma once

#include <atomic>
#include <chrono>

namespace fihris::searcher::plan {

// One per request; its methods may be called from several threads.
class Deadline {
 public:
  // So many seconds from now.
  explicit Deadline(double seconds) {
    constexpr double kMost = 1e9;  // what the clock can hold
    const std::chrono::duration<double> left(seconds < kMost ? seconds : kMost);
    at_ += std::chrono::duration_cast<std::chrono::steady_clock::duration>(left);
  }

  // Whether somebody has asked passed() and was told yes, and so stopped.
  bool stopped() const { return passed_; }
  // Looks at the clock, until it has been passed once.
  bool passed() {
    if (!passed_ && std::chrono::steady_clock::now() >= at_) passed_ = true;
    return passed_;
  }

 private:
  std::chrono::steady_clock::time_point at_ = std::chrono::steady_clock::now();
  std::atomic<bool> passed_ = false;
};

}  // namespace fihris::searcher::plan
