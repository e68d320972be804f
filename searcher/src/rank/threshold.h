// What an article must weigh to be among the best, as several threads find out together.
#pragma once

#include <atomic>

namespace fihris::searcher::rank {

// Only rises. Its methods may be called from several threads.
class Threshold {
 public:
  // The highest that any thread has come to, when this one has come to `own`.
  double raise(double own) {
    double known = value_.load(std::memory_order_relaxed);
    while (known < own && !value_.compare_exchange_weak(known, own, std::memory_order_relaxed)) {
    }
    return known < own ? own : known;
  }

 private:
  std::atomic<double> value_ = 0;
};

}  // namespace fihris::searcher::rank
