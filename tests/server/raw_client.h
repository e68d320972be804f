// A client that sends bytes as it is told, and a server for it to talk to.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <thread>

#include "http/server.h"

namespace fihris::testing {

struct Answer {
  int status = 0;    // 0: the connection was closed without one
  std::string head;  // with its empty line
  std::string body;

  // The value of the first header of this name, as it is written here; empty without one.
  std::string header(std::string_view name) const;
};

// A connection to 127.0.0.1 or ::1. Whatever takes more than ten seconds fails.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port, bool six = false);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  bool connected() const { return connected_; }
  void send(std::string_view bytes) const;
  // The next answer; `to_head` has no body.
  Answer read(bool to_head = false);
  Answer ask(std::string_view bytes) {
    send(bytes);
    return read();
  }
  // The peer closes without another byte.
  bool closed();

 private:
  bool receive();

  int descriptor_;
  bool connected_;
  std::string received_;
};

// "GET target HTTP/1.1", with more header lines.
std::string get(std::string_view target, std::string_view headers = {});
std::string post(std::string_view target, std::string_view body, std::string_view headers = {});

// A server with a thread of its own; stopped in the end.
class RunningServer {
 public:
  RunningServer(server::http::Options options, server::http::Handler handler)
      : server_(at_any_port(std::move(options)), std::move(handler)),
        thread_([this] { server_.run(); }) {}
  ~RunningServer() { stop(); }
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;

  std::uint16_t port() const { return port_; }
  server::http::Server& server() { return server_; }
  // Returns when run() has.
  void stop() {
    if (!thread_.joinable()) return;
    server_.stop();
    thread_.join();
  }

 private:
  static server::http::Options at_any_port(server::http::Options options) {
    options.port = 0;
    return options;
  }

  server::http::Server server_;
  std::uint16_t port_ = server_.port();
  std::thread thread_;
};

}  // namespace fihris::testing
