#include "http/connection.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <exception>

#include "http/target.h"

namespace fihris::server::http {
namespace {

namespace net = boost::asio;

using errors::ApiError;

// As metrics name it: what clients make up would be a row for each.
std::string_view known_method(const Incoming& incoming) {
  constexpr std::array<std::string_view, 6> kMethods{"GET",   "POST",   "PUT",
                                                     "PATCH", "DELETE", "OPTIONS"};
  if (incoming.head_only) return "HEAD";
  const auto* const found = std::ranges::find(kMethods, incoming.request.method);
  return found == kMethods.end() ? "OTHER" : *found;
}

// The part of the path that stands where the route has "{uid}".
std::string_view index_of(std::string_view route, const Request& request) {
  const std::size_t place = route.find("{uid}");
  if (place == std::string_view::npos) return {};
  const auto part = std::ranges::count(route.substr(0, place), '/') - 1;
  return part >= 0 && static_cast<std::size_t>(part) < request.path.size()
             ? std::string_view(request.path[static_cast<std::size_t>(part)])
             : std::string_view();
}

}  // namespace

Connection::Connection(Socket socket, Common& common)
    : socket_(std::move(socket)), common_(common), parser_(common.options.limits) {
  common_.connections.insert(this);
  ++common_.open;
}

Connection::~Connection() {
  common_.connections.erase(this);
  --common_.open;
}

void Connection::start() {
  ErrorCode ignored;
  remote_ = socket_.remote_endpoint(ignored);
  socket_.non_blocking(true, ignored);
  socket_.set_option(net::ip::tcp::no_delay(true), ignored);
  allow(common_.options.limits.idle_time);
  wait();
}

// Sets the deadline: `time`, and what so many bytes may take.
void Connection::allow(std::chrono::milliseconds time, std::size_t bytes) {
  const std::size_t rate = std::max<std::size_t>(common_.options.limits.bytes_per_second, 1);
  deadline_ = Clock::now() + time + std::chrono::milliseconds(bytes * 1000 / rate);
}

void Connection::expire(Clock::time_point now) {
  if (now < deadline_ || stage_ == Stage::kAnswering || stage_ == Stage::kClosed) return;
  if (stage_ != Stage::kHead && stage_ != Stage::kBody) return close();
  refuse(ApiError("request_timeout", "The request did not come whole in the time it may take."));
}

void Connection::stop() {
  if (stage_ == Stage::kIdle) close();
}

void Connection::wait() {
  socket_.async_wait(Socket::wait_read, [self = shared_from_this()](const ErrorCode& error) {
    self->readable(error);
  });
}

void Connection::readable(const ErrorCode& error) {
  if (stage_ != Stage::kIdle && stage_ != Stage::kHead && stage_ != Stage::kBody &&
      stage_ != Stage::kLingering)
    return;
  if (error) return close();
  ErrorCode failure;
  const std::size_t size = socket_.read_some(net::buffer(common_.buffer), failure);
  if (failure == net::error::would_block || failure == net::error::interrupted) return wait();
  if (failure) return close();
  if (stage_ == Stage::kLingering) return wait();
  take({common_.buffer.data(), size});
}

// `bytes` follow those that are pending.
void Connection::take(std::string_view bytes) {
  const std::size_t received = bytes.size();
  if (!pending_.empty()) bytes = pending_.append(bytes);
  std::size_t used = 0;
  RequestParser::Progress progress{};
  try {
    progress = parser_.feed(bytes, used);
  } catch (const ApiError& error) {
    return refuse(error);
  }
  keep(bytes.substr(used));
  follow(progress, received);
}

void Connection::keep(std::string_view rest) {
  if (rest.empty()) {
    std::string().swap(pending_);
  } else if (pending_.empty()) {
    pending_.assign(rest);
  } else {
    pending_.erase(0, pending_.size() - rest.size());
  }
}

void Connection::follow(RequestParser::Progress progress, std::size_t received) {
  const Limits& limits = common_.options.limits;
  switch (progress) {
    case RequestParser::Progress::kNothing:
      return wait();
    case RequestParser::Progress::kHead:
      if (stage_ == Stage::kIdle) allow(limits.head_time);
      stage_ = Stage::kHead;
      return wait();
    case RequestParser::Progress::kBody:
      if (stage_ != Stage::kBody) allow(limits.body_time);
      stage_ = Stage::kBody;
      deadline_ += std::chrono::milliseconds(received * 1000 / limits.bytes_per_second);
      if (parser_.take_expectation()) go_on();
      return wait();
    case RequestParser::Progress::kComplete:
      return begin_answer();
  }
}

// Tells a client that asked first to send its body. That the few bytes find no room behind an
// answer that was read is not to be expected, and then it sends the body after a while.
void Connection::go_on() {
  constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  ErrorCode ignored;
  socket_.write_some(net::buffer(kContinue.data(), kContinue.size()), ignored);
}

void Connection::begin_answer() {
  stage_ = Stage::kAnswering;
  turn_ = std::make_unique<Turn>();
  Incoming& incoming = turn_->incoming = parser_.take();
  ++common_.in_flight;
  try {
    if (incoming.request.method == "OPTIONS") return send(common_.writer.preflight(incoming));
    read_target(incoming.target, incoming.request);
    turn_->route = common_.handler.route(incoming.request);
    if (!hand_over()) return;
  } catch (const ApiError& error) {
    send(common_.writer.refusal(incoming, error));
  }
}

// Gives the request to a pool. Throws ApiError when too many wait there.
bool Connection::hand_over() {
  const bool search = common_.handler.lane(turn_->incoming.request) == Lane::kSearch;
  auto& pool = search ? common_.searches : common_.others;
  if (pool->add([self = shared_from_this()] { self->answer(); })) return true;
  throw ApiError(search ? "too_many_search_requests" : "too_many_requests",
                 "The service has more to do than it can: ask again in a second.");
}

// In a thread of a pool, which has the turn to itself.
void Connection::answer() {
  Turn& turn = *turn_;
  try {
    unpack_body(turn.incoming, common_.options.limits.body_bytes);
    Response response = common_.handler.answer(turn.incoming.request);
    if (common_.stopping) turn.incoming.keep_alive = false;
    turn.outgoing = common_.writer.write(turn.incoming, std::move(response));
  } catch (const ApiError& error) {
    turn.outgoing = common_.writer.refusal(turn.incoming, error);
  } catch (const std::exception& error) {
    turn.outgoing = common_.writer.refusal(
        turn.incoming, ApiError("internal", std::string("Unexpected failure: ") + error.what()));
  }
  net::post(socket_.get_executor(),
            [self = shared_from_this()] { self->send(std::move(*self->turn_->outgoing)); });
}

// For a connection that cannot go on.
void Connection::refuse(const ApiError& error) {
  turn_ = std::make_unique<Turn>();
  ++common_.in_flight;
  send(common_.writer.refusal(turn_->incoming, error));
}

void Connection::send(Outgoing outgoing) {
  stage_ = Stage::kWriting;
  turn_->outgoing = std::move(outgoing);
  const Outgoing& out = *turn_->outgoing;
  allow(common_.options.limits.write_time, out.head.size() + out.body.size());
  const std::array<net::const_buffer, 2> bytes{net::buffer(out.head), net::buffer(out.body)};
  net::async_write(socket_, bytes,
                   [self = shared_from_this()](const ErrorCode& error, std::size_t /*size*/) {
                     self->sent(error);
                   });
}

void Connection::report() const {
  if (!common_.options.exchanged) return;
  const Turn& turn = *turn_;
  const std::string remote = remote_.address().to_string();
  const Request& request = turn.incoming.request;
  common_.options.exchanged(
      {.method = known_method(turn.incoming),
       .route = turn.route,
       .remote = remote,
       .query = turn.outgoing->query,
       .index = index_of(turn.route, request),
       .status = turn.outgoing->status,
       .bytes_in = request.body.size(),
       .bytes_out = turn.outgoing->head.size() + turn.outgoing->body.size(),
       .seconds = std::chrono::duration<double>(Clock::now() - turn.started).count()});
}

void Connection::sent(const ErrorCode& error) {
  --common_.in_flight;
  report();
  const bool keep_alive = turn_->outgoing->keep_alive && !common_.stopping;
  turn_.reset();
  if (error) return close();
  if (!keep_alive) return linger();
  stage_ = Stage::kIdle;
  allow(common_.options.limits.idle_time);
  if (pending_.empty()) return wait();
  take({});
}

// Closes our side and reads on for a while: a socket that is closed with bytes unread resets the
// connection, and the peer may lose the answer.
void Connection::linger() {
  if (stage_ == Stage::kClosed) return;
  stage_ = Stage::kLingering;
  std::string().swap(pending_);
  ErrorCode ignored;
  socket_.shutdown(Socket::shutdown_send, ignored);
  allow(common_.options.limits.linger_time);
  wait();
}

void Connection::close() {
  stage_ = Stage::kClosed;
  ErrorCode ignored;
  socket_.close(ignored);
}

}  // namespace fihris::server::http
