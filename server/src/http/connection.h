// One connection, and what all of a server share. For the two files that use Asio.
#pragma once

#include <array>
#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>  // before Boost 1.74, which forgets it in C++20

#include "http/answer.h"
#include "http/message.h"
#include "http/options.h"
#include "http/request_parser.h"
#include "http/worker_pool.h"

namespace fihris::server::http {

class Connection;

// Belongs to the thread of the event loop, except where the members are thread-safe themselves.
struct Common {
  Common(Options own_options, Handler own_handler)
      : options(std::move(own_options)),
        handler(std::move(own_handler)),
        writer(options.allowed_origins) {}

  Options options;
  Handler handler;
  AnswerWriter writer;
  std::unordered_set<Connection*> connections;
  std::atomic<std::size_t> open = 0;
  std::atomic<std::size_t> in_flight = 0;
  std::atomic<bool> stopping = false;
  // What was read last: connections that wait need no memory for it.
  std::array<char, std::size_t{64} << 10> buffer;
  std::optional<WorkerPool> searches;
  std::optional<WorkerPool> others;
};

// Belongs to the thread of the event loop; lives as long as something is awaited of it.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;
  using Socket = boost::asio::ip::tcp::socket;

  Connection(Socket socket, Common& common);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Takes the first request.
  void start();
  // Gives up a peer that has been too slow.
  void expire(Clock::time_point now);
  // Closes it when no request is under way; otherwise that is done behind its answer.
  void stop();
  void close();

 private:
  enum class Stage { kIdle, kHead, kBody, kAnswering, kWriting, kLingering, kClosed };
  using ErrorCode = boost::system::error_code;

  void wait();
  void readable(const ErrorCode& error);
  void take(std::string_view bytes);
  void keep(std::string_view rest);
  void follow(RequestParser::Progress progress, std::size_t received);
  void go_on();
  void begin_answer();
  bool hand_over();
  void answer();
  void refuse(const errors::ApiError& error);
  void send(Outgoing outgoing);
  void sent(const ErrorCode& error);
  void report() const;
  void linger();
  void allow(std::chrono::milliseconds time, std::size_t bytes = 0);

  Socket socket_;
  boost::asio::ip::tcp::endpoint remote_;  // no longer to be had from a socket that is reset
  Common& common_;
  Stage stage_ = Stage::kIdle;
  Clock::time_point deadline_;
  std::string pending_;  // bytes of a head or of requests that follow
  RequestParser parser_;
  // The request under way; a worker's while it answers.
  struct Turn {
    Incoming incoming;
    std::optional<Outgoing> outgoing;
    std::string_view route = "-";
    Clock::time_point started = Clock::now();
  };
  std::unique_ptr<Turn> turn_;
};

}  // namespace fihris::server::http
