// From the bytes of a connection to requests.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.h"
#include "http/options.h"

namespace fihris::server::http {

// A request with what its connection must know of it.
struct Incoming {
  Request request;  // path and parameters are still in `target`
  std::string target;
  std::string origin;             // of the page that asks, in a browser; may be empty
  std::string accept_encoding;    // as sent; may be empty
  std::string content_encoding;   // as sent; may be empty
  std::string requested_headers;  // Access-Control-Request-Headers; may be empty
  bool head_only = false;         // HEAD: request.method is "GET"
  bool keep_alive = false;
};

// Reads one request after the other. Not thread-safe.
class RequestParser {
 public:
  // `limits` must outlive the parser.
  explicit RequestParser(const Limits& limits);
  ~RequestParser();
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;

  enum class Progress { kNothing, kHead, kBody, kComplete };

  // Takes bytes until a request is complete; `used` is how many were taken. The others are to be
  // given again, with those that follow. Throws ApiError when the connection cannot go on: what
  // is wrong with the request, bad_request, uri_too_long, headers_too_large, payload_too_large.
  Progress feed(std::string_view bytes, std::size_t& used);

  // The client sends its body only when it is told to go on; true once.
  bool take_expectation();
  // What feed() completed; the next request may be fed then.
  Incoming take();

 private:
  struct Parts;

  std::size_t begin(std::string_view head);

  const Limits& limits_;
  std::unique_ptr<Parts> parts_;  // while a body is being read
  std::size_t seen_ = 0;          // of a head that is not complete
};

}  // namespace fihris::server::http
