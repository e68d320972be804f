// How many requests there were, and how long they took.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>

#include "http/options.h"

namespace fihris::server::metrics {

// Thread-safe; counting takes no lock that another counting would wait for.
class Requests {
 public:
  // Routes and methods must be few and literals: each is a row for ever.
  void count(const http::Exchange& exchange);
  // Adds the families fihris_http_….
  void append(std::string& out) const;

 private:
  // Upper ends in seconds; behind the last is what takes longer.
  static constexpr auto kBuckets =
      std::to_array({.0005, .001, .0025, .005, .01, .02, .05, .1, .25, .5, 1., 2.5, 5., 10.});

  using Count = std::atomic<std::uint64_t>;
  using Answer = std::pair<std::string_view, int>;  // method and status

  struct Route {
    std::map<Answer, Count> answers;
    std::array<Count, kBuckets.size() + 1> buckets{};
    Count nanoseconds = 0;
  };
  using Routes = std::map<std::string_view, Route>;

  bool count_known(const http::Exchange& exchange);
  static void count_time(Route& route, double seconds);
  static void append_times(std::string& out, std::string_view name, const Route& route);

  mutable std::shared_mutex mutex_;  // alone for a new row
  Routes routes_;
  Count bytes_in_ = 0;
  Count bytes_out_ = 0;
};

}  // namespace fihris::server::metrics
