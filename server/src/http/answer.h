// From a request to the bytes of its answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "errors/api_error.h"
#include "http/message.h"
#include "http/request_parser.h"

namespace fihris::server::http {

// An answer as it is sent.
struct Outgoing {
  int status = 0;
  std::string head;
  std::string body;
  bool keep_alive = false;
  std::string query;  // Response::query
};

// Unpacks the body when it came packed. Throws ApiError: bad_request, payload_too_large,
// unsupported_media_type.
void unpack_body(Incoming& incoming, std::size_t limit);

// What the connection adds to an answer. May be used by several threads at once.
class AnswerWriter {
 public:
  explicit AnswerWriter(std::vector<std::string> allowed_origins)
      : allowed_origins_(std::move(allowed_origins)) {}

  // The answer to `incoming`; not modified when the client has it already.
  Outgoing write(const Incoming& incoming, Response response) const;
  Outgoing refusal(const Incoming& incoming, const errors::ApiError& error) const;
  // To OPTIONS: what a browser asks before it lets a page ask.
  Outgoing preflight(const Incoming& incoming) const;

 private:
  void add_origin(const Incoming& incoming, std::string& head) const;

  std::vector<std::string> allowed_origins_;  // "*": any
};

}  // namespace fihris::server::http
