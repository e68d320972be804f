// What a listener may be told. Plain values.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::server::http {

struct Limits {
  std::size_t head_bytes = std::size_t{16} << 10;   // request line and headers
  std::size_t target_bytes = std::size_t{8} << 10;  // what stands between method and version
  std::size_t body_bytes = std::size_t{100} << 20;  // as sent, and unpacked
  std::size_t connections = 10'000;                 // more wait until one is closed
  std::size_t waiting = 1'000;                      // requests of a lane, besides those under way
  std::size_t bytes_per_second = std::size_t{4} << 10;  // slower senders and readers are given up
  std::chrono::milliseconds head_time{
      10'000};  // from a request's first byte to the end of its head
  std::chrono::milliseconds body_time{30'000};  // to its end, longer by what bytes_per_second gives
  std::chrono::milliseconds write_time{30'000};  // the same of an answer
  std::chrono::milliseconds idle_time{60'000};   // between two requests
  std::chrono::milliseconds linger_time{2'000};  // for the peer to read a last answer
  std::chrono::milliseconds stop_time{10'000};   // for requests under way when stopped
};

// A request and its answer, as metrics and logs see them.
struct Exchange {
  std::string_view method = {};  // "OTHER" unless it is one of HTTP's own
  std::string_view route = {};   // of the handler; "-" for what never reached it
  std::string_view remote = {};  // address without port
  std::string_view query = {};   // what was searched, as Response::query
  std::string_view index = {};   // the path's part where the route has "{uid}"; may be empty
  int status = 0;
  std::size_t bytes_in = 0;   // body, unpacked
  std::size_t bytes_out = 0;  // head and body, as sent
  double seconds = 0;         // from the request's last byte to the answer's
};

struct Options {
  std::string address = "127.0.0.1";  // IPv4 or IPv6
  std::uint16_t port = 7700;          // 0: any that is free
  unsigned search_threads = 0;        // 0: one a processor
  unsigned other_threads = 8;
  Limits limits;
  std::vector<std::string> allowed_origins = {"*"};
  bool signals = false;  // SIGTERM and SIGINT stop it, SIGHUP calls `reopen`
  // All are called by the thread that runs the listener and may be empty.
  std::function<void(const Exchange&)> exchanged;
  std::function<void()> reopen;
  std::function<void()> alive;     // once a second while the listener runs
  std::function<void()> stopping;  // once, when no more connections are taken
};

// What a listener is busy with.
struct Load {
  std::size_t connections = 0;
  std::size_t in_flight = 0;  // requests read and not yet answered
  std::size_t waiting_searches = 0;
  std::size_t waiting_others = 0;
};

}  // namespace fihris::server::http
