// How far a long run has come, on standard error.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace fihris::cli {

// A bar on a terminal, a line a minute elsewhere. Not thread-safe: the indexer calls it from one
// thread.
class Progress {
 public:
  enum class Wanted : std::uint8_t { kYes, kNo };
  explicit Progress(Wanted wanted);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  // wipes the bar

  // `all_bytes` 0: nobody knows.
  void show(std::uint64_t bytes, std::uint64_t all_bytes, std::uint64_t articles);

 private:
  using Clock = std::chrono::steady_clock;

  bool wanted_;
  bool terminal_;
  bool shown_ = false;
  Clock::duration interval_;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point next_;
};

}  // namespace fihris::cli
