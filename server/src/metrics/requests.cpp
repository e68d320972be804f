#include "metrics/requests.h"

#include <algorithm>
#include <mutex>

#include "metrics/exposition.h"

namespace fihris::server::metrics {
namespace {

constexpr std::string_view kSeconds = "fihris_http_request_duration_seconds";

}  // namespace

void Requests::count(const http::Exchange& exchange) {
  bytes_in_.fetch_add(exchange.bytes_in, std::memory_order_relaxed);
  bytes_out_.fetch_add(exchange.bytes_out, std::memory_order_relaxed);
  if (count_known(exchange)) return;
  const std::lock_guard lock(mutex_);
  Route& route = routes_[exchange.route];
  ++route.answers[{exchange.method, exchange.status}];
  count_time(route, exchange.seconds);
}

// False when this is the first of its row.
bool Requests::count_known(const http::Exchange& exchange) {
  const std::shared_lock lock(mutex_);
  const auto route = routes_.find(exchange.route);
  if (route == routes_.end()) return false;
  const auto answer = route->second.answers.find({exchange.method, exchange.status});
  if (answer == route->second.answers.end()) return false;
  answer->second.fetch_add(1, std::memory_order_relaxed);
  count_time(route->second, exchange.seconds);
  return true;
}

void Requests::count_time(Route& route, double seconds) {
  const auto* const bucket = std::ranges::lower_bound(kBuckets, seconds);
  route.buckets[static_cast<std::size_t>(bucket - kBuckets.begin())].fetch_add(
      1, std::memory_order_relaxed);
  route.nanoseconds.fetch_add(static_cast<std::uint64_t>(seconds * 1e9), std::memory_order_relaxed);
}

void Requests::append_times(std::string& out, std::string_view name, const Route& route) {
  const std::string row = std::string(kSeconds) + "_bucket";
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kBuckets.size(); ++i) {
    sum += route.buckets[i];
    append_sample(out, row, {{"route", name}, {"le", number(kBuckets[i])}},
                  static_cast<double>(sum));
  }
  const auto all = static_cast<double>(sum + route.buckets.back());
  append_sample(out, row, {{"route", name}, {"le", "+Inf"}}, all);
  append_sample(out, std::string(kSeconds) + "_sum", {{"route", name}},
                static_cast<double>(route.nanoseconds) / 1e9);
  append_sample(out, std::string(kSeconds) + "_count", {{"route", name}}, all);
}

void Requests::append(std::string& out) const {
  const std::shared_lock lock(mutex_);
  constexpr std::string_view kCount = "fihris_http_requests_total";
  append_family(out, kCount, "Requests answered.", Kind::kCounter);
  for (const auto& [name, route] : routes_) {
    for (const auto& [answer, count] : route.answers) {
      append_sample(
          out, kCount,
          {{"route", name}, {"method", answer.first}, {"status", std::to_string(answer.second)}},
          static_cast<double>(count));
    }
  }
  append_family(out, kSeconds, "From a request's last byte to its answer's.", Kind::kHistogram);
  for (const auto& [name, route] : routes_) append_times(out, name, route);
  append_family(out, "fihris_http_received_bytes_total", "Bodies of requests, unpacked.",
                Kind::kCounter);
  append_sample(out, "fihris_http_received_bytes_total", {}, static_cast<double>(bytes_in_));
  append_family(out, "fihris_http_sent_bytes_total", "Answers with their heads.", Kind::kCounter);
  append_sample(out, "fihris_http_sent_bytes_total", {}, static_cast<double>(bytes_out_));
}

}  // namespace fihris::server::metrics
