#include "http/request_parser.h"

#include <algorithm>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/parser.hpp>
#include <optional>
#include <utility>  // before Boost 1.74, which forgets it in C++20

#include "errors/api_error.h"
#include "fihris/stemmer/internal/utf8.h"
#include "http/head_check.h"
#include "http/target.h"

namespace fihris::server::http {
namespace {

namespace beast = boost::beast;
namespace bhttp = boost::beast::http;

using errors::ApiError;

// A body that grows as its bytes come: a length that is told costs nothing until then.
struct GrowingBody {
  using value_type = std::string;

  class reader {
   public:
    template <bool kIsRequest, class Fields>
    reader(bhttp::header<kIsRequest, Fields>& /*header*/, value_type& body) : body_(body) {}

    void init(const boost::optional<std::uint64_t>& length, beast::error_code& error) {
      constexpr std::uint64_t kAtOnce = std::uint64_t{64} << 10;
      if (length) body_.reserve(static_cast<std::size_t>(std::min(*length, kAtOnce)));
      error = {};
    }
    template <class Buffers>
    std::size_t put(const Buffers& buffers, beast::error_code& error) {
      const std::size_t before = body_.size();
      for (const boost::asio::const_buffer buffer : beast::buffers_range_ref(buffers))
        body_.append(static_cast<const char*>(buffer.data()), buffer.size());
      error = {};
      return body_.size() - before;
    }
    void finish(beast::error_code& error) { error = {}; }

   private:
    value_type& body_;
  };
};

using Parser = bhttp::request_parser<GrowingBody>;

std::string text(beast::string_view view) { return {view.data(), view.size()}; }

// "application/json" of "Application/JSON; charset=utf-8".
std::string media_type(std::string_view field) {
  std::string type(stemmer::trim(field.substr(0, field.find(';')), " \t"));
  std::ranges::transform(type, type.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return type;
}

[[noreturn]] void refuse_body(const Limits& limits) {
  throw ApiError("payload_too_large", "The body of the request has more than " +
                                          std::to_string(limits.body_bytes) +
                                          " bytes: send it in parts, or start the service with a "
                                          "higher --max-body.");
}

[[noreturn]] void refuse(const beast::error_code& error, const Limits& limits) {
  if (error == bhttp::error::body_limit) refuse_body(limits);
  throw ApiError("bad_request", "The request is not HTTP/1.1: " + error.message() + ".");
}

}  // namespace

struct RequestParser::Parts {
  Parser parser;
  bool expects_continue = false;
};

RequestParser::RequestParser(const Limits& limits) : limits_(limits) {}
RequestParser::~RequestParser() = default;

// Returns how many bytes were taken.
std::size_t RequestParser::begin(std::string_view head) {
  check_head(head);
  parts_ = std::make_unique<Parts>();
  Parser& parser = parts_->parser;
  // Lines behind the last chunk count too.
  parser.header_limit(static_cast<std::uint32_t>(2 * limits_.head_bytes));
  parser.body_limit(limits_.body_bytes);
  beast::error_code error;
  const std::size_t used = parser.put(boost::asio::buffer(head.data(), head.size()), error);
  if (error && error != bhttp::error::need_more) refuse(error, limits_);
  const auto length = parser.content_length();
  if (length && *length > limits_.body_bytes) refuse_body(limits_);
  parser.eager(true);
  parts_->expects_continue = !parser.is_done() && parser.get().version() == 11 &&
                             beast::iequals(parser.get()[bhttp::field::expect], "100-continue");
  return used;
}

RequestParser::Progress RequestParser::feed(std::string_view bytes, std::size_t& used) {
  used = 0;
  if (!parts_) {
    // Some clients send an empty line behind a body.
    while (bytes.substr(used).starts_with("\r\n")) used += 2;
    const std::string_view rest = bytes.substr(used);
    if (rest.empty() || rest == "\r") return Progress::kNothing;
    const auto end = end_of_head(rest, used > 0 ? 0 : seen_, limits_);
    seen_ = rest.size();
    if (!end) return Progress::kHead;
    used += begin(rest.substr(0, *end));
  }
  Parser& parser = parts_->parser;
  while (!parser.is_done() && used < bytes.size()) {
    beast::error_code error;
    const std::size_t taken =
        parser.put(boost::asio::buffer(bytes.data() + used, bytes.size() - used), error);
    used += taken;
    if (error && error != bhttp::error::need_more) refuse(error, limits_);
    if (taken == 0) break;
  }
  if (parser.is_done()) return Progress::kComplete;
  // The line before a chunk and the lines behind the last one are short.
  if (bytes.size() - used > limits_.head_bytes)
    throw ApiError("bad_request", "A chunk of the request's body begins with too long a line.");
  return Progress::kBody;
}

bool RequestParser::take_expectation() {
  return parts_ != nullptr && std::exchange(parts_->expects_continue, false);
}

Incoming RequestParser::take() {
  auto message = parts_->parser.release();
  parts_.reset();
  seen_ = 0;
  Incoming incoming;
  Request& request = incoming.request;
  request.method = text(message.method_string());
  incoming.head_only = request.method == "HEAD";
  if (incoming.head_only) request.method = "GET";
  request.content_type = media_type(text(message[bhttp::field::content_type]));
  request.authorization = text(message[bhttp::field::authorization]);
  request.host = text(message[bhttp::field::host]);
  request.if_none_match = text(message[bhttp::field::if_none_match]);
  incoming.origin = text(message[bhttp::field::origin]);
  incoming.accept_encoding = text(message[bhttp::field::accept_encoding]);
  incoming.content_encoding = text(message[bhttp::field::content_encoding]);
  incoming.requested_headers = text(message[bhttp::field::access_control_request_headers]);
  incoming.keep_alive = message.keep_alive();
  request.body = std::move(message.body());
  incoming.target = text(message.target());
  return incoming;
}

}  // namespace fihris::server::http
