#include <algorithm>
#include <string>
#include <vector>

#include "checks.h"
#include "errors/api_error.h"
#include "fihris/stemmer/analyzer.h"
#include "http/answer.h"
#include "http/gzip.h"
#include "http/request_parser.h"
#include "http/target.h"

namespace fihris::fuzz {
namespace {

namespace http = server::http;
using server::errors::ApiError;

http::Limits small_limits() {
  http::Limits limits;
  limits.head_bytes = 2'000;
  limits.target_bytes = 1'000;
  limits.body_bytes = 3'000;
  return limits;
}

// What came of the bytes of a connection.
struct Read {
  std::vector<http::Incoming> requests{};
  int refused = 0;  // with this status
};

void take_pieces(std::string_view bytes, std::size_t piece, Read& read) {
  const http::Limits limits = small_limits();
  http::RequestParser parser(limits);
  std::string pending;
  for (std::size_t at = 0; at < bytes.size() || !pending.empty();) {
    const std::size_t before = pending.size();
    pending += bytes.substr(at, piece);
    at = std::min(at + piece, bytes.size());
    std::size_t used = 0;
    const auto progress = parser.feed(pending, used);
    require(used <= pending.size(), "no more bytes are used than there are");
    pending.erase(0, used);
    if (progress == http::RequestParser::Progress::kComplete) {
      read.requests.push_back(parser.take());
    } else if (at == bytes.size() && pending.size() >= before) {
      return;
    }
    require(pending.size() < 8'000, "what waits for more is bounded");
  }
}

Read read_connection(std::string_view bytes, std::size_t piece) {
  Read read;
  try {
    take_pieces(bytes, piece, read);
  } catch (const ApiError& error) {
    read.refused = error.status();
    require(read.refused >= 400 && read.refused < 500, "what is wrong is the client's fault");
  }
  return read;
}

bool is_head(std::string_view head) {
  const auto wrong = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (!head.starts_with("HTTP/1.1 ") || !head.ends_with("\r\n\r\n")) return false;
  head.remove_suffix(2);
  while (!head.empty()) {
    const std::size_t end = head.find("\r\n");
    if (end == 0 || end == std::string_view::npos) return false;
    if (std::ranges::any_of(head.substr(0, end), wrong)) return false;
    head.remove_prefix(end + 2);
  }
  return true;
}

void check_target(http::Incoming& incoming) {
  try {
    http::read_target(incoming.target, incoming.request);
  } catch (const ApiError& error) {
    require(error.status() == 400, "an address that means nothing is a bad request");
    return;
  }
  for (const std::string& part : incoming.request.path) {
    require(!part.empty(), "no part of a path is empty");
    require(is_valid_utf8(part) && part.find('\0') == std::string::npos, "parts are text");
  }
  for (const auto& [name, value] : incoming.request.parameters)
    require(is_valid_utf8(name) && is_valid_utf8(value), "parameters are text");
}

void check_answer(http::Incoming& incoming) {
  const http::AnswerWriter writer({"https://a.example", incoming.origin});
  require(incoming.request.body.size() <= 3'000, "a body is no longer than allowed");
  try {
    http::unpack_body(incoming, 3'000);
    require(incoming.request.body.size() <= 3'000, "nor is it unpacked");
  } catch (const ApiError& error) {
    require(is_head(writer.refusal(incoming, error).head), "a refusal has a head");
  }
  require(is_head(writer.preflight(incoming).head), "so has what browsers ask first");
  http::Response response{.body = std::string(2'000, 'a')};
  response.headers = {{"X-Value", incoming.request.body}, {"ETag", "\"one\""}};
  require(is_head(writer.write(incoming, response).head), "so has an answer with their text");
}

void check_connection(std::string_view bytes) {
  Read whole = read_connection(bytes, bytes.size() + 1);
  for (const std::size_t piece : {1, 7}) {
    const Read pieces = read_connection(bytes, piece);
    require(pieces.refused == whole.refused, "pieces are refused as the whole is");
    require(pieces.requests.size() == whole.requests.size(), "and give as many requests");
    for (std::size_t i = 0; i < pieces.requests.size(); ++i) {
      require(pieces.requests[i].target == whole.requests[i].target &&
                  pieces.requests[i].request.body == whole.requests[i].request.body,
              "which are the same");
    }
  }
  for (http::Incoming& incoming : whole.requests) {
    check_target(incoming);
    check_answer(incoming);
  }
}

}  // namespace

void check_http(std::string_view bytes) {
  const std::string text(bytes);
  const std::string length = std::to_string(bytes.size());
  check_connection(text);
  check_connection("GET /" + text + " HTTP/1.1\r\nHost: x\r\n\r\n");
  check_connection("GET / HTTP/1.1\r\nHost: x\r\nOrigin: " + text + "\r\nIf-None-Match: " + text +
                   "\r\nAccept-Encoding: " + text + "\r\n\r\n");
  check_connection("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + text);
  check_connection("POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: " +
                   length + "\r\n\r\n" + text + "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  require(http::gunzip(http::gzip(text), text.size()) == text, "what is packed can be unpacked");
}

}  // namespace fihris::fuzz
