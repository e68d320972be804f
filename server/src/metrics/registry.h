// All that the service tells of itself at /metrics.
#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "metrics/exposition.h"
#include "metrics/requests.h"

namespace fihris::server::metrics {

struct Sample {
  std::vector<std::pair<std::string, std::string>> labels;  // {{"index", "movies"}}
  double value = 0;
};

// Numbers that are asked for when somebody looks.
struct Family {
  std::string name;  // "fihris_index_articles"; counters end in "_total"
  std::string help;
  Kind kind = Kind::kGauge;
  // Called by any thread, several at once; must not throw.
  std::function<std::vector<Sample>()> read;
};

// A number that only grows.
class Counter {
 public:
  void add(std::uint64_t count = 1) { value_.fetch_add(count, std::memory_order_relaxed); }
  std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

 private:
  std::atomic<std::uint64_t> value_ = 0;
};

// Thread-safe.
class Registry {
 public:
  void add(Family family);
  // A family of one number, which lives as long as the registry.
  Counter& counter(const std::string& name, const std::string& help);
  Requests& requests() { return requests_; }

  // In Prometheus' text format.
  std::string text() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Family> families_;
  std::deque<Counter> counters_;  // which never moves them
  Requests requests_;
};

// Adds memory, processor time, open files and start of this process, named as other programs do.
void add_process(Registry& registry);

}  // namespace fihris::server::metrics
