// Listens at an address and has requests answered.
#pragma once

#include <cstdint>
#include <memory>

#include "http/message.h"
#include "http/options.h"

namespace fihris::server::http {

// One thread, that of run(), does all reading and writing; others answer.
class Server {
 public:
  // Connections may be made from here on; they are served once run() is called. Throws Error:
  // kUsage for an address that is none, kInputOutput when it cannot be had.
  Server(Options options, Handler handler);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;
  // Serves until stop() or a signal; requests under way are answered first.
  void run();
  // From any thread, also before run().
  void stop();
  // From any thread.
  Load load() const;

 private:
  struct State;

  std::unique_ptr<State> state_;
};

// 127.x.x.x or ::1. Throws Error{kUsage} for what is no address.
bool is_loopback(const std::string& address);

}  // namespace fihris::server::http
