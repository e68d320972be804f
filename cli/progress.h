// A bar on standard error while a long run goes on.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace fihris::cli {

// Silent unless standard error is a terminal. Not thread-safe: the indexer calls it from one
// thread.
class Progress {
 public:
  explicit Progress(std::optional<std::uint64_t> total_bytes);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  // wipes the bar

  void show(std::uint64_t bytes_read, std::uint64_t articles);

 private:
  bool terminal_;
  std::optional<std::uint64_t> total_bytes_;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace fihris::cli
