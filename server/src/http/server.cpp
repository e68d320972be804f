#include "http/server.h"

#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <csignal>
#include <thread>
#include <utility>  // before Boost 1.74, which forgets it in C++20

#include "fihris/store/error.h"
#include "http/connection.h"

namespace fihris::server::http {
namespace {

namespace net = boost::asio;
using net::ip::tcp;
using std::chrono::milliseconds;

net::ip::address read_address(const std::string& text) {
  boost::system::error_code error;
  const net::ip::address address = net::ip::make_address(text, error);
  if (!error) return address;
  throw Error(ErrorCode::kUsage, "\"" + text + "\" is not an address to listen at.",
              "Write it in numbers: 127.0.0.1, 0.0.0.0 or ::1.");
}

[[noreturn]] void refuse_endpoint(const tcp::endpoint& endpoint,
                                  const boost::system::error_code& error) {
  const std::string where =
      endpoint.address().to_string() + " port " + std::to_string(endpoint.port());
  if (error == net::error::address_in_use)
    throw Error(ErrorCode::kInputOutput, "another program listens at " + where + ".",
                "Stop it, or choose another port with --listen.");
  throw Error(ErrorCode::kInputOutput, "cannot listen at " + where + ": " + error.message() + ".",
              "Choose another address or port with --listen.");
}

// How often it is looked whether somebody is too slow: often enough for the shortest limit.
milliseconds sweep_time(const Limits& limits) {
  const milliseconds shortest = std::min({limits.head_time, limits.body_time, limits.write_time,
                                          limits.idle_time, limits.linger_time, limits.stop_time});
  return std::clamp(shortest / 4, milliseconds(5), milliseconds(1000));
}

unsigned thread_count(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

struct Server::State {
  State(Options options, Handler handler) : common(std::move(options), std::move(handler)) {}
  // What is still being answered may ask both pools how much waits.
  ~State() {
    if (common.searches) common.searches->stop();
    if (common.others) common.others->stop();
  }

  void listen();
  void accept();
  void accepted(const boost::system::error_code& error, tcp::socket socket);
  void sweep_later();
  void sweep();
  void await_signal();
  void begin_stop();
  void look_whether_done();

  Common common;  // connections that the loop still knows of refer to it
  net::io_context io{1};
  tcp::acceptor acceptor{io};
  net::steady_timer timer{io};
  net::signal_set signals{io};
  bool accepting = false;
  Connection::Clock::time_point last_alive;
  Connection::Clock::time_point stop_at = Connection::Clock::time_point::max();
};

void Server::State::listen() {
  const tcp::endpoint endpoint(read_address(common.options.address), common.options.port);
  boost::system::error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(net::socket_base::max_listen_connections, error);
  if (error) refuse_endpoint(endpoint, error);
}

void Server::State::accept() {
  if (accepting || common.stopping || common.open >= common.options.limits.connections) return;
  accepting = true;
  acceptor.async_accept([this](const boost::system::error_code& error, tcp::socket socket) {
    accepting = false;
    accepted(error, std::move(socket));
  });
}

// Without file descriptors to spare the next try comes with the next sweep.
void Server::State::accepted(const boost::system::error_code& error, tcp::socket socket) {
  if (common.stopping) return;
  if (error && error != net::error::connection_aborted) return;
  if (!error) std::make_shared<Connection>(std::move(socket), common)->start();
  accept();
}

void Server::State::sweep_later() {
  timer.expires_after(sweep_time(common.options.limits));
  timer.async_wait([this](const boost::system::error_code& error) {
    if (!error) sweep();
  });
}

void Server::State::sweep() {
  const auto now = Connection::Clock::now();
  for (Connection* connection : common.connections) connection->expire(now);
  if (common.options.alive && now >= last_alive + std::chrono::seconds(1)) {
    last_alive = now;
    common.options.alive();
  }
  look_whether_done();
  accept();
  sweep_later();
}

void Server::State::await_signal() {
  signals.async_wait([this](const boost::system::error_code& error, int signal) {
    if (error) return;
    if (signal != SIGHUP) {
      begin_stop();
    } else if (common.options.reopen) {
      common.options.reopen();
    }
    await_signal();
  });
}

// A second signal does not wait for anybody.
void Server::State::begin_stop() {
  if (common.stopping) return io.stop();
  common.stopping = true;
  stop_at = Connection::Clock::now() + common.options.limits.stop_time;
  boost::system::error_code ignored;
  acceptor.close(ignored);
  if (common.options.stopping) common.options.stopping();
  for (Connection* connection : common.connections) connection->stop();
  look_whether_done();
}

void Server::State::look_whether_done() {
  if (!common.stopping) return;
  if (!common.connections.empty() && Connection::Clock::now() < stop_at) return;
  for (Connection* connection : common.connections) connection->close();
  io.stop();
}

Server::Server(Options options, Handler handler)
    : state_(std::make_unique<State>(std::move(options), std::move(handler))) {
  state_->listen();
  const Options& own = state_->common.options;
  state_->common.searches.emplace(thread_count(own.search_threads), own.limits.waiting);
  state_->common.others.emplace(std::max(1U, own.other_threads), own.limits.waiting);
  if (!own.signals) return;
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) state_->signals.add(signal);
}

Server::~Server() = default;

std::uint16_t Server::port() const { return state_->acceptor.local_endpoint().port(); }

void Server::run() {
  if (state_->common.options.signals) state_->await_signal();
  state_->accept();
  state_->sweep_later();
  state_->io.run();
}

void Server::stop() {
  boost::asio::post(state_->io, [state = state_.get()] { state->begin_stop(); });
}

Load Server::load() const {
  const Common& common = state_->common;
  return {common.open, common.in_flight, common.searches->waiting(), common.others->waiting()};
}

bool is_loopback(const std::string& address) { return read_address(address).is_loopback(); }

}  // namespace fihris::server::http
